package dev.sojourn.structures.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a reader keeps of a stream it does not trust, measured in a virtual machine of its own. */
class BloomSavedMemoryTest {
  /** A heap of 16 MiB, streams without end, and a cap of 4 MiB. */
  @Test
  void aSmallHeapIsEnoughForAnyStream() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-cp",
                place(BloomFilter.class) + File.pathSeparator + place(HeaderNoise.class),
                HeaderNoise.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("refused 300 of 300");
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
