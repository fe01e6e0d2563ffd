package dev.sojourn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.benchmarks.filter.BloomAbsentBench;
import dev.sojourn.benchmarks.filter.BloomLargeBench;
import dev.sojourn.benchmarks.filter.BloomPresentBench;
import dev.sojourn.benchmarks.heap.HeapBuildBench;
import dev.sojourn.benchmarks.heap.HeapHoldBench;
import dev.sojourn.benchmarks.heap.ObjectHeapHoldBench;
import dev.sojourn.benchmarks.latency.CoordinatedOmissionLab;
import dev.sojourn.benchmarks.latency.SampleTimeLab;
import dev.sojourn.benchmarks.sets.UnionFindBench;
import dev.sojourn.benchmarks.sets.UnionFindLargeBench;
import dev.sojourn.benchmarks.spatial.KdTreeBench;
import dev.sojourn.benchmarks.spatial.KdTreeBoxBench;
import dev.sojourn.benchmarks.spatial.KdTreeDimensionBench;
import dev.sojourn.benchmarks.spatial.KdTreeLeafBench;
import dev.sojourn.benchmarks.spatial.KdTreeVisitsLab;
import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.contract.StudyContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarksStudiesTest extends StudyContract {
  private static final int MOST_TOUR_METHODS_BESIDES_THE_BASELINE = 2;

  @Override
  protected int expectedStudies() {
    return 32;
  }

  @Test
  void theStudiesAreThere() {
    assertThat(studies())
        .extracting(StudyDescriptor::type)
        .contains(
            CoordinatedOmissionLab.class,
            SampleTimeLab.class,
            HeapHoldBench.class,
            HeapBuildBench.class,
            ObjectHeapHoldBench.class,
            UnionFindBench.class,
            UnionFindLargeBench.class,
            BloomAbsentBench.class,
            BloomPresentBench.class,
            BloomLargeBench.class,
            KdTreeBench.class,
            KdTreeBoxBench.class,
            KdTreeDimensionBench.class,
            KdTreeLeafBench.class,
            KdTreeVisitsLab.class);
  }

  @Test
  void tourShowsEveryStructureAndModule() {
    assertThat(tour())
        .extracting(study -> study.type().getPackageName())
        .contains(
            "dev.sojourn.benchmarks.heap",
            "dev.sojourn.benchmarks.sets",
            "dev.sojourn.benchmarks.filter",
            "dev.sojourn.networking.echo",
            "dev.sojourn.crypto.aead");
  }

  @Test
  void tourIsShortAndNamesRealMethods() {
    for (StudyDescriptor study : tour()) {
      String[] named = study.type().getAnnotation(Study.class).tourMethods();

      assertThat(study.card().methods()).as(study.id()).containsAll(List.of(named));
      assertThat(named.length == 0 ? study.card().methods().size() - 1 : named.length)
          .as("methods of %s in the tour besides its baseline", study.id())
          .isLessThanOrEqualTo(MOST_TOUR_METHODS_BESIDES_THE_BASELINE);
    }
  }

  /** Without the harness's own test studies, which a build without jars has on its class path. */
  private static List<StudyDescriptor> tour() {
    return Catalog.fromClassPath().studies().stream()
        .filter(study -> !study.tourPoint().isEmpty())
        .filter(study -> !study.id().startsWith("dev.sojourn.harness."))
        .toList();
  }
}
