package dev.sojourn.harness.execute;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.execute.study.TinyBench;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process that measures a short plan with real forks, or goes on with it, and notes in a file
 * every fork it starts; made to be killed.
 */
final class ShortRun {
  static final String MACHINE = "short";
  static final Label LABEL = new Label("2026-W47");
  static final int PAIRS = 4;

  private ShortRun() {}

  static Plan plan(String... methods) {
    StudyDescriptor study =
        Fixtures.study(TinyBench.class.getName(), "f0", Map.of("size", List.of("2")), methods);
    return Plan.of(List.of(study), Map.of(), Effort.SMOKE, PAIRS, 42);
  }

  static RunHeader header() {
    return new RunHeader(
        LABEL,
        new Machine(MACHINE, new TreeMap<>(), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of()));
  }

  static Path starts(Path folder) {
    return folder.resolve("starts");
  }

  static Ledger ledger(Path folder) {
    return Ledger.at(folder.resolve("runs"));
  }

  private static Answers answers(StudyDescriptor study, SortedMap<String, String> params) {
    return new Answers(study.card().study(), params, 1, new TreeMap<>(), new TreeMap<>(), 0);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Plan plan = plan(arguments[1].split(","));
    JmhForkRunner jmh = new JmhForkRunner(plan.seed(), System.err::println);
    ForkRunner noting =
        fork -> {
          note(folder, fork.round() + " " + fork.arm().method());
          return jmh.run(fork);
        };
    Ledger ledger = ledger(folder);
    Session session =
        new Session(
            plan,
            new Instruments(
                MeasuringLock.at(folder.resolve("lock")),
                false,
                () -> new TimerCost(20, 10, 50),
                ShortRun::answers,
                noting,
                Platform.UNWATCHED,
                ledger::write,
                Progress.NONE,
                InstantSource.system()));
    if (ledger.exists(MACHINE, LABEL)) {
      session.resume(header(), ledger.read(MACHINE, LABEL));
    } else {
      session.run(header());
    }
  }

  private static void note(Path folder, String line) {
    try {
      Files.writeString(
          starts(folder),
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
