package dev.sojourn.structures.tree;

import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.junit.runner.RunWith;
import org.junit.runners.AllTests;

/** The contract of navigable maps as Guava tests it, asked of treaps and of the JDK's map. */
@RunWith(AllTests.class)
public final class TreapMapCollectionTest {
  private static final List<Feature<?>> FEATURES =
      List.of(
          MapFeature.GENERAL_PURPOSE,
          MapFeature.ALLOWS_NULL_VALUES,
          MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
          CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
          CollectionFeature.KNOWN_ORDER,
          CollectionSize.ANY);

  private TreapMapCollectionTest() {}

  /** The suite, as its runner expects it. */
  public static Test suite() {
    Comparator<String> order = String::compareTo;
    TestSuite all = new TestSuite("sorted maps as navigable maps");
    all.addTest(suiteOf("TreeMap", TreeMap::new));
    all.addTest(suiteOf("TreapMap", TreapMap::new));
    all.addTest(suiteOf("TreapMap with a comparator", () -> new TreapMap<>(order)));
    return all;
  }

  private static Test suiteOf(String name, Supplier<SortedMap<String, String>> empty) {
    return NavigableMapTestSuiteBuilder.using(
            new TestStringSortedMapGenerator() {
              @Override
              protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
                SortedMap<String, String> map = empty.get();
                for (Map.Entry<String, String> entry : entries) {
                  map.put(entry.getKey(), entry.getValue());
                }
                return map;
              }
            })
        .named(name)
        .withFeatures(FEATURES)
        .createTestSuite();
  }
}
