package dev.sojourn.harness.duel;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkArguments;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.results.model.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a fork of a duel: one child process that is the jar's own JMH, told to fork once.
 *
 * <p><b>Threads.</b> {@link #run} from one thread at a time; {@link #stop} from any.
 */
public final class JarForkRunner implements ForkRunner {
  /*
   * Implementation notes. Once a benchmark has failed in one jar, its forks in the other would have
   * no opponent, so they are not run; the jar that did not fail is named as such. JMH's own lock
   * stays in force, because measurements that are none of ours must be kept out too; it fails at
   * once, so the waiting is done here.
   */
  /** Benchmarks may read files by relative paths, so they run where the user is. */
  private static final Path HERE = Path.of("");

  private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(10);
  private static final long LIMIT_IN_NOMINALS = 20;
  private static final int LOCK_ATTEMPTS = 600;
  private static final Duration LOCK_POLL = Duration.ofSeconds(1);

  private final ChildProcess child = new ChildProcess();
  private final Map<Bout, String> failed = new HashMap<>();
  private final Duel duel;
  private final Function<String, List<String>> arguments;
  private final long seed;
  private final Consumer<String> message;
  private final Duration shortestLimit;

  /**
   * A runner of one duel's forks.
   *
   * @param duel the two jars
   * @param arguments JVM arguments for the forks of a benchmark, by its name
   * @param seed the plan's seed
   * @param message told what the user should know while a fork cannot start
   */
  public JarForkRunner(
      Duel duel, Function<String, List<String>> arguments, long seed, Consumer<String> message) {
    this(duel, arguments, seed, message, SHORTEST_LIMIT);
  }

  JarForkRunner(
      Duel duel,
      Function<String, List<String>> arguments,
      long seed,
      Consumer<String> message,
      Duration shortestLimit) {
    this.duel = duel;
    this.arguments = arguments;
    this.seed = seed;
    this.message = message;
    this.shortestLimit = shortestLimit;
  }

  @Override
  public ForkOutcome run(PlannedFork fork) {
    Bout bout = duel.bout(fork.arm());
    String loser = failed.get(bout);
    if (loser != null) {
      return new ForkOutcome.Failed("not measured, because it failed in " + loser);
    }
    ForkOutcome outcome = attempts(fork, bout);
    if (outcome instanceof ForkOutcome.Failed) {
      failed.put(bout, duel.contender(fork.arm()).jar().name());
    }
    return outcome;
  }

  @Override
  public void stop() {
    child.stop();
  }

  private ForkOutcome attempts(PlannedFork fork, Bout bout) {
    try {
      for (int attempt = 1; ; attempt++) {
        ForkOutcome outcome = attempt(fork, bout);
        if (!JarFailure.isLock(outcome)) {
          return outcome;
        }
        if (attempt == 1) {
          message.accept("waiting for another JMH on this machine to end");
        }
        if (attempt == LOCK_ATTEMPTS || child.isStopped()) {
          return new ForkOutcome.Stopped("JMH's lock was not to be had; wait for the other JMH");
        }
        Thread.sleep(LOCK_POLL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ForkOutcome.Stopped("the duel was interrupted");
    } catch (IOException | DuelException e) {
      return new ForkOutcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  private ForkOutcome attempt(PlannedFork fork, Bout bout)
      throws IOException, InterruptedException, DuelException {
    Path folder = Files.createTempDirectory("sojourn-duel");
    Path result = folder.resolve("result.json");
    try {
      Arm arm = fork.arm();
      JmhCommand command = new JmhCommand(duel.contender(arm), bout, fork.shape());
      List<String> padded = padded(fork, bout);
      WarmupScores warmup = new WarmupScores();
      Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      Duration limit = limit(fork);
      ChildProcess.Ended ended =
          child.run(command.words(padded, result), HERE, limit, warmup::line);
      return ended.well()
          ? JarReading.of(result, bout, fork.shape(), startedAt, warmup.scores())
          : JarFailure.of(ended, limit);
    } finally {
      Files.deleteIfExists(result);
      Files.deleteIfExists(folder);
    }
  }

  private List<String> padded(PlannedFork fork, Bout bout) {
    JmhJar jar = duel.contender(fork.arm()).jar();
    List<String> ours = arguments.apply(bout.benchmark());
    List<String> padded =
        new ArrayList<>(DuelArguments.merged(ours, jar.declared(bout.benchmark())));
    padded.add(ForkArguments.padding(seed, fork.position()));
    return padded;
  }

  private Duration limit(PlannedFork fork) {
    Duration generous = Duration.ofMillis(LIMIT_IN_NOMINALS * fork.nominalMillis());
    return generous.compareTo(shortestLimit) > 0 ? generous : shortestLimit;
  }
}
