package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.MapFeature;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of navigable maps as Guava tests it, views of views included. These are thousands of
 * tests of a version of JUnit that has no place for them in ours; they are run as one.
 */
class TreapMapCollectionTest {
  private static final int FEWEST_TESTS = 5_000;

  static Stream<Arguments> maps() {
    return Stream.of(
        map("natural order", TreapMap::new),
        map(
            "a comparator and equal priorities",
            () -> new TreapMap<>(String::compareTo, new Priorities(1, 0))));
  }

  private static Arguments map(String name, Supplier<SortedMap<String, String>> empty) {
    return Arguments.of(name, empty);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("maps")
  void keepsTheContractOfNavigableMaps(String name, Supplier<SortedMap<String, String>> empty) {
    TestResult result = new TestResult();

    NavigableMapTestSuiteBuilder.using(new Generator(empty))
        .named(name)
        .withFeatures(
            MapFeature.GENERAL_PURPOSE,
            MapFeature.ALLOWS_NULL_VALUES,
            MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
            CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
            CollectionFeature.KNOWN_ORDER,
            CollectionSize.ANY)
        .createTestSuite()
        .run(result);

    assertThat(Collections.list(result.failures())).extracting(TestFailure::toString).isEmpty();
    assertThat(Collections.list(result.errors())).extracting(TestFailure::trace).isEmpty();
    assertThat(result.runCount()).isGreaterThan(FEWEST_TESTS);
  }

  /** Fills maps one entry after the other. */
  private static final class Generator extends TestStringSortedMapGenerator {
    private final Supplier<SortedMap<String, String>> empty;

    Generator(Supplier<SortedMap<String, String>> empty) {
      this.empty = empty;
    }

    @Override
    protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
      SortedMap<String, String> map = empty.get();
      for (Map.Entry<String, String> entry : entries) {
        map.put(entry.getKey(), entry.getValue());
      }
      return map;
    }
  }
}
