package dev.sojourn.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.crypto.aead.AeadBench;
import dev.sojourn.crypto.aead.AeadOpenBench;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.contract.StudyContract;
import org.junit.jupiter.api.Test;

class CryptoStudiesTest extends StudyContract {
  @Override
  protected int expectedStudies() {
    return 2;
  }

  @Test
  void theStudiesAreThere() {
    assertThat(studies())
        .extracting(StudyDescriptor::type)
        .contains(AeadBench.class, AeadOpenBench.class);
  }
}
