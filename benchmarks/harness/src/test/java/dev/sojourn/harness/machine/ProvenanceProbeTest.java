package dev.sojourn.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sojourn.results.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceProbeTest {
  private static final List<String> ARGUMENTS = List.of("-Xmx1g");

  @TempDir private Path folder;

  private boolean git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private void checkout() throws InterruptedException, IOException {
    boolean hasGit;
    try {
      hasGit = git("init", "-q");
    } catch (IOException e) {
      hasGit = false;
    }
    assumeThat(hasGit).as("git is installed").isTrue();
    Files.writeString(folder.resolve("a.txt"), "a");
    assertThat(git("add", ".")).isTrue();
    assertThat(git("commit", "-q", "-m", "start")).isTrue();
  }

  private Provenance probe(String git) {
    return ProvenanceProbe.probe(folder, git, ARGUMENTS);
  }

  @Test
  void aCleanCheckoutIsKnownByItsRevision() throws IOException, InterruptedException {
    checkout();

    Provenance provenance = probe("git");

    assertThat(provenance.gitRevision()).matches("[0-9a-f]{40}");
    assertThat(provenance.gitDirty()).isFalse();
    assertThat(provenance.jvmArguments()).isEqualTo(ARGUMENTS);
    assertThat(provenance.jmhVersion()).startsWith("1.");
  }

  @Test
  void anUncommittedFileMakesItDirty() throws IOException, InterruptedException {
    checkout();
    Files.writeString(folder.resolve("b.txt"), "b");

    assertThat(probe("git").gitDirty()).isTrue();
  }

  @Test
  void aStoredRunLeavesItClean() throws IOException, InterruptedException {
    checkout();
    Files.createDirectories(folder.resolve("results/runs/machine/label"));
    Files.writeString(folder.resolve("results/runs/machine/label/run.json"), "{}");

    assertThat(probe("git").gitDirty()).isFalse();
  }

  @Test
  void withoutGitTheRevisionIsUnknownAndNothingIsClaimedClean() {
    Provenance provenance = probe("no-such-program-anywhere");

    assertThat(provenance.gitRevision()).isEqualTo("unknown");
    assertThat(provenance.gitDirty()).isTrue();
  }
}
