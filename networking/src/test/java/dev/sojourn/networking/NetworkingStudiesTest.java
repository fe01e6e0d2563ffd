package dev.sojourn.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.contract.StudyContract;
import dev.sojourn.networking.echo.LoopbackEchoBench;
import org.junit.jupiter.api.Test;

class NetworkingStudiesTest extends StudyContract {
  @Override
  protected int expectedStudies() {
    return 1;
  }

  @Test
  void theStudiesAreThere() {
    assertThat(studies()).extracting(StudyDescriptor::type).contains(LoopbackEchoBench.class);
  }
}
