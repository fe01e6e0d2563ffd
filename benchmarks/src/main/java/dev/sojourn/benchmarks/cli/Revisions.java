package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.duel.ChildProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds revisions of a checkout in temporary work trees, and leaves nothing of them behind: not
 * after a failure, and not when the process is told to end.
 */
final class Revisions implements AutoCloseable {
  private static final Duration GIT_LIMIT = Duration.ofMinutes(5);
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(30);
  private static final int LINES_SHOWN = 12;
  private static final Path JAR = Path.of("benchmarks", "target", "benchmarks.jar");

  /** What {@code mvn -Pbench} builds: everything the command needs, and no test. */
  private static final List<String> BUILD =
      List.of(
          "mvn",
          "-q",
          "-B",
          "-ntp",
          "-DskipTests",
          "-Dinvoker.skip=true",
          "-pl",
          "benchmarks",
          "-am",
          "package");

  private final Path checkout;
  private final PrintWriter progress;
  private final Path folder;
  private final Thread ending = new Thread(this::removeAll, "sojourn-work-trees");
  private final ChildProcess child = new ChildProcess();
  private final List<String> build;

  Revisions(Path checkout, PrintWriter progress) throws IOException {
    this(checkout, progress, BUILD);
  }

  Revisions(Path checkout, PrintWriter progress, List<String> build) throws IOException {
    this.checkout = checkout;
    this.progress = progress;
    this.build = build;
    this.folder = Files.createTempDirectory("sojourn-replay");
    Runtime.getRuntime().addShutdownHook(ending);
  }

  /** Changes that nobody committed are in neither revision, and easily forgotten. */
  void requireClean() throws IOException, InterruptedException {
    String changes =
        git("status", "--porcelain", "--untracked-files=no", "--", ".", ":(exclude)results/runs");
    if (!changes.isEmpty()) {
      throw Problem.usage(
          "%d uncommitted changes are in neither revision (%s); commit or stash them, or give --ignore-changes"
              .formatted(changes.lines().count(), changes.lines().findFirst().orElse("").strip()));
    }
  }

  /** The commit a revision names. */
  String resolve(String revision) throws IOException, InterruptedException {
    if (revision.startsWith("-") || revision.isBlank()) {
      throw Problem.usage("not a revision: '" + revision + "'; name a commit, branch or tag");
    }
    ChildProcess.Ended ended =
        run(
            checkout,
            GIT_LIMIT,
            List.of("git", "rev-parse", "--verify", "--quiet", revision + "^{commit}"));
    if (!ended.well() || ended.output().isEmpty()) {
      throw Problem.usage(
          "unknown revision " + revision + " in " + checkout + "; git log --oneline shows some");
    }
    return ended.output().getFirst();
  }

  /** Builds a revision; the jar bears the name and the revision. */
  Path build(String name, String revision) throws IOException, InterruptedException {
    String commit = resolve(revision);
    Path tree = folder.resolve(name);
    progress.printf("building %s (%s)%n", revision, commit.substring(0, 12));
    progress.flush();
    git("worktree", "add", "--detach", "--quiet", "--force", tree.toString(), commit);
    ChildProcess.Ended ended = run(tree, BUILD_LIMIT, build);
    if (!ended.well()) {
      throw Problem.usage(
          "revision %s does not build (%s); its last lines:%n%s"
              .formatted(
                  revision,
                  ended.late()
                      ? "not done in " + BUILD_LIMIT.toMinutes() + " min"
                      : "exit code " + ended.exitCode(),
                  last(ended.output())));
    }
    Path jar = folder.resolve(name + "-" + commit.substring(0, 12) + ".jar");
    if (!Files.exists(tree.resolve(JAR))) {
      throw Problem.usage("revision " + revision + " builds no " + JAR + "; name a later one");
    }
    Files.copy(tree.resolve(JAR), jar);
    git("worktree", "remove", "--force", tree.toString());
    return jar;
  }

  private static String last(List<String> lines) {
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ChildProcess.Ended ended = run(checkout, GIT_LIMIT, command);
    if (!ended.well()) {
      throw Problem.usage(
          "%s failed in %s: %s"
              .formatted(String.join(" ", command), checkout, String.join(" ", ended.output())));
    }
    return String.join("\n", ended.output());
  }

  private ChildProcess.Ended run(Path directory, Duration limit, List<String> command)
      throws InterruptedException {
    try {
      return child.run(command, directory, limit, line -> {});
    } catch (IOException e) {
      throw Problem.usage(
          command.getFirst() + " cannot be started (" + e.getMessage() + "); put it on the PATH");
    }
  }

  @Override
  public void close() {
    removeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  private synchronized void removeAll() {
    child.stop();
    try {
      delete(folder);
      ChildProcess.Ended pruned =
          ChildProcess.run(
              List.of("git", "-C", checkout.toString(), "worktree", "prune"), GIT_LIMIT);
      if (!pruned.well()) {
        progress.println("sojourn: git worktree prune failed in " + checkout + "; run it by hand");
      }
    } catch (IOException e) {
      progress.println(
          "sojourn: " + folder + " could not be removed (" + e + "); remove it by hand");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
