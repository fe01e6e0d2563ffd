package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.duel.ChildProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A little checkout of two commits, with a build of one line. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RevisionsTest {
  private static final List<String> BUILD =
      List.of(
          "sh", "-c", "mkdir -p benchmarks/target && cp content benchmarks/target/benchmarks.jar");

  @TempDir private Path checkout;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void commitTwice() throws Exception {
    git("init", "--quiet");
    for (String content : List.of("first", "second")) {
      Files.writeString(checkout.resolve("content"), content);
      git("add", "content");
      git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "--quiet", "-m", content);
    }
  }

  private List<String> git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
    command.addAll(Arrays.asList(words));
    ChildProcess.Ended ended = ChildProcess.run(command, Duration.ofSeconds(30));
    assertThat(ended.well()).as(ended.toString()).isTrue();
    return ended.output();
  }

  private Revisions revisions(List<String> build) throws Exception {
    return new Revisions(checkout, new PrintWriter(said, true), build);
  }

  @Test
  void eachRevisionIsBuiltAndNothingIsLeftBehind() throws Exception {
    Path folder;
    try (Revisions revisions = revisions(BUILD)) {
      Path old = revisions.build("old", "HEAD~1");
      Path current = revisions.build("new", "HEAD");

      assertThat(old).hasContent("first").hasFileName("old-" + head("HEAD~1") + ".jar");
      assertThat(current).hasContent("second");
      assertThat(git("worktree", "list")).hasSize(1);
      folder = java.util.Objects.requireNonNull(old.getParent());
    }
    assertThat(folder).doesNotExist();
    assertThat(said.toString()).contains("building HEAD~1").doesNotContain("by hand");
  }

  private String head(String revision) throws Exception {
    return git("rev-parse", revision).getFirst().substring(0, 12);
  }

  @Test
  void aBuildThatFailsIsNamedWithItsLastLinesAndRemoved() throws Exception {
    try (Revisions revisions = revisions(List.of("sh", "-c", "echo 'no such symbol'; exit 7"))) {
      assertThatThrownBy(() -> revisions.build("old", "HEAD"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("revision HEAD does not build (exit code 7)")
          .hasMessageContaining("no such symbol");
    }
    assertThat(git("worktree", "list")).hasSize(1);
  }

  @Test
  void aRevisionWithoutTheJarIsNamed() throws Exception {
    try (Revisions revisions = revisions(List.of("true"))) {
      assertThatThrownBy(() -> revisions.build("old", "HEAD"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("builds no");
    }
  }

  @Test
  void anUnknownRevisionIsNamed() throws Exception {
    try (Revisions revisions = revisions(BUILD)) {
      assertThatThrownBy(() -> revisions.resolve("no-such-revision"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("unknown revision no-such-revision");
      assertThatThrownBy(() -> revisions.resolve("--all")).isInstanceOf(Problem.class);
    }
  }

  @Test
  void changesThatNobodyCommittedAreNamed() throws Exception {
    try (Revisions revisions = revisions(BUILD)) {
      revisions.requireClean();
      Files.writeString(checkout.resolve("content"), "third");

      assertThatThrownBy(revisions::requireClean)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("content")
          .hasMessageContaining("--ignore-changes");
    }
  }
}
