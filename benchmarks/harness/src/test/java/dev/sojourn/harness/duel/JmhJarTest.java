package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhJarTest {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String ENTRY =
      "JMH S 3 a.B S 3 g.C S 1 c S 10 Throughput E A 1 1 1 E E E E E E E E E E E E E E E E E \n";

  @TempDir private Path folder;

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path jar) {
    return assertThatThrownBy(() -> JmhJar.open(jar))
        .isInstanceOf(DuelException.class)
        .hasMessageStartingWith(jar.toString())
        .hasMessageMatching("[^\\n]+; [^\\n]+");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(folder.resolve("none.jar")).hasMessageContaining("no such file");
  }

  @Test
  void aFileThatIsNoJarIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("text.jar"), "not a jar");

    assertRefused(file).hasMessageContaining("not a jar");
  }

  @Test
  void aJarWithoutBenchmarksIsNamed() throws Exception {
    assertRefused(jar(Map.of("a/B.class", bytes("x")))).hasMessageContaining(LIST);
  }

  @Test
  void aListOfAnotherFormatIsNamed() throws Exception {
    assertRefused(jar(Map.of(LIST, bytes("a.B.c===,===")))).hasMessageContaining("JMH 1.2x");
  }

  @Test
  void theOldestJavaIsThatOfTheGeneratedClasses() throws Exception {
    JmhJar jar = JmhJar.open(jar(Map.of(LIST, bytes(ENTRY), "g/C.class", classFile(69))));

    assertThat(jar.requiredJava()).isEqualTo(25);
    assertThat(jar.declared("a.B.c")).hasSize(1);
    assertThat(jar.jmhVersion()).isEqualTo("unknown");
    assertThat(jar.hash()).matches("[0-9a-f]{16}");
  }

  @Test
  void aJarForNewerJavaIsRefusedByName() throws Exception {
    JmhJar jar = JmhJar.open(jar(Map.of(LIST, bytes(ENTRY), "g/C.class", classFile(44 + 999))));

    assertThatThrownBy(() -> Contender.of(jar, JavaProgram.own()))
        .isInstanceOf(DuelException.class)
        .hasMessageContaining("needs Java 999 or newer")
        .hasMessageContaining("--jvm");
  }

  @Test
  void aJarWithoutJmhIsRefusedWithWhatJavaSaid() throws Exception {
    JmhJar jar = JmhJar.open(jar(Map.of(LIST, bytes(ENTRY))));

    assertThatThrownBy(() -> Contender.of(jar, JavaProgram.own()))
        .isInstanceOf(DuelException.class)
        .hasMessageContaining("JMH lists no benchmark")
        .hasMessageContaining("-lp");
  }

  private static byte[] classFile(int major) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeShort(0);
      out.writeShort(major);
    }
    return bytes.toByteArray();
  }
}
