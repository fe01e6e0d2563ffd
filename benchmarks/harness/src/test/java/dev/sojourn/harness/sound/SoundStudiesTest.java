package dev.sojourn.harness.sound;

import dev.sojourn.harness.contract.StudyContract;
import dev.sojourn.harness.oracle.Oracle;
import java.time.Duration;

/** The contract holds for studies that keep it. */
final class SoundStudiesTest extends StudyContract {
  @Override
  protected int expectedStudies() {
    return 3;
  }

  @Override
  protected Oracle oracle() {
    return new Oracle(512, Duration.ofSeconds(1));
  }
}
