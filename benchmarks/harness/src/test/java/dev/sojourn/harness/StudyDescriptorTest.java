package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.MinimumBench;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyDescriptorTest {
  private final StudyDescriptor study = StudyReader.read(MinimumBench.class);

  @Test
  void pointsAreAllCombinationsInDeclaredOrder() {
    assertThat(study.points()).hasSize(12);
    assertThat(new HashSet<>(study.points())).hasSize(12);
    assertThat(study.points().getFirst()).isEqualTo(study.firstPoint());
    assertThat(study.points().get(1))
        .isEqualTo(Map.of("negated", "false", "order", "RISING", "size", "1000"));
    assertThat(study.points().getLast())
        .isEqualTo(Map.of("negated", "true", "order", "RANDOM", "size", "1000"));
  }

  @Test
  void studyWithoutParametersHasOneEmptyPoint() {
    StudyDescriptor plain = StudyReader.read(FilterBench.class);

    assertThat(plain.points()).containsExactly(plain.firstPoint());
    assertThat(plain.firstPoint()).isEmpty();
  }

  @Test
  void armsCarryTheIdentityBaselineFirst() {
    assertThat(study.arms(study.firstPoint()))
        .extracting(Object::toString)
        .containsExactly(
            "dev.sojourn.harness.sound.MinimumBench.queue[negated=false,order=RISING,size=10]",
            "dev.sojourn.harness.sound.MinimumBench.sortedArray"
                + "[negated=false,order=RISING,size=10]");
  }

  @Test
  void armOfAnUnknownMethodNamesThoseThatExist() {
    assertThatThrownBy(() -> study.arm("stack", study.firstPoint()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no method stack")
        .hasMessageContaining("[queue, sortedArray]");
  }
}
