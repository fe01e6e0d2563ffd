package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What threads are told that put and ask at once: a key put is found ever after, but two may both
 * be told that a key is new. The keys are few and the filter large, so that sets without errors are
 * the specification.
 */
class BloomPutLincheckTest {
  @ParameterizedTest
  @ValueSource(classes = {Sectorised.class, Classic.class})
  void keysPutAreFound(Class<?> type) {
    options(3).sequentialSpecification(KeySet.class).check(type);
  }

  @ParameterizedTest
  @ValueSource(classes = {NewInSectorised.class, NewInClassic.class})
  void twoWritersMayBothBeToldThatAKeyIsNew(Class<?> type) {
    assertThatThrownBy(() -> options(50).sequentialSpecification(KeySet.class).check(type))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  private static ModelCheckingOptions options(int iterations) {
    return new ModelCheckingOptions()
        .iterations(iterations)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(2)
        .minimizeFailedScenario(false);
  }

  public static class KeySet {
    private final Set<Integer> keys = new HashSet<>();

    public void add(int key) {
      keys.add(key);
    }

    public boolean put(int key) {
      return keys.add(key);
    }

    public boolean mightContain(int key) {
      return keys.contains(key);
    }
  }

  public abstract static class Filter {
    final BloomFilter filter;

    Filter(Layout layout) {
      filter =
          BloomFilter.builder()
              .expectedKeys(20)
              .falsePositiveRate(1e-6)
              .layout(layout)
              .concurrent()
              .build();
    }

    @Operation
    public boolean mightContain(@Param(gen = IntGen.class, conf = "1:2") int key) {
      return filter.mightContain(key);
    }
  }

  public abstract static class Adding extends Filter {
    Adding(Layout layout) {
      super(layout);
    }

    @Operation
    public void add(@Param(gen = IntGen.class, conf = "1:2") int key) {
      filter.put(key);
    }
  }

  public static class Sectorised extends Adding {
    public Sectorised() {
      super(Layout.SECTORISED_512);
    }
  }

  public static class Classic extends Adding {
    public Classic() {
      super(Layout.CLASSIC);
    }
  }

  public abstract static class Putting extends Filter {
    Putting(Layout layout) {
      super(layout);
    }

    @Operation
    public boolean put(@Param(gen = IntGen.class, conf = "1:2") int key) {
      return filter.put(key);
    }
  }

  public static class NewInSectorised extends Putting {
    public NewInSectorised() {
      super(Layout.SECTORISED_512);
    }
  }

  public static class NewInClassic extends Putting {
    public NewInClassic() {
      super(Layout.CLASSIC);
    }
  }
}
