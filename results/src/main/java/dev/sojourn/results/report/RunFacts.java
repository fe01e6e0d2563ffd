package dev.sojourn.results.report;

import dev.sojourn.results.compare.Support;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader must know of a run before looking at its numbers: where, with what, how hard, by
 * which clock.
 */
final class RunFacts {
  /** A time of fewer steps of the clock is off by more than a twentieth for that alone. */
  private static final int FEWEST_STEPS = 20;

  private RunFacts() {}

  /** Facts by name, in the order they are shown. */
  static Map<String, String> of(RunView view) {
    return of(view.run(), view.calibration());
  }

  static Map<String, String> of(Run run, Optional<Calibration> calibration) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("machine", machine(run.machine()));
    facts.put("JDK", fact(run.machine(), Machine.JDK));
    facts.put("effort", effort(run));
    facts.put("when", when(run));
    facts.put("clock", clock(run.timer()));
    PlatformWords.of(run).ifPresent(words -> facts.put("platform", words));
    facts.put("code", code(run.provenance()));
    if (run.machine().identity().containsKey(Machine.CPU_MODEL)) {
      facts.put("sight", CalibrationWords.of(run, calibration));
    }
    return facts;
  }

  private static String machine(Machine machine) {
    String caches = caches(machine);
    return machine.name()
        + ": "
        + fact(machine, Machine.CPU_MODEL)
        + ", "
        + fact(machine, Machine.CPU_COUNT)
        + " CPUs, "
        + (caches.isEmpty() ? "caches unknown" : caches)
        + ", memory "
        + memory(machine);
  }

  private static String memory(Machine machine) {
    String value = fact(machine, Machine.MEMORY);
    return PointView.number(value).map(Units::bytes).orElse(value);
  }

  private static String effort(Run run) {
    int forks = run.measurements().stream().mapToInt(m -> m.forks().size()).max().orElse(0);
    return run.plan().effort()
        + ": "
        + Words.counted(run.plan().pairs(), "pair")
        + " of forks planned, at most "
        + forks
        + " run; order seeded by "
        + run.plan().seed();
  }

  private static String when(Run run) {
    String start = run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    return run.finishedAt() == null
        ? start + ", unfinished"
        : start + ", took " + Units.duration(Duration.between(run.startedAt(), run.finishedAt()));
  }

  static String clock(TimerCost timer) {
    return "reading it costs "
        + Units.time(timer.readNanos())
        + ", its steps are "
        + Units.time(timer.granularityNanos())
        + "; recording one latency costs "
        + Units.time(timer.recordNanos());
  }

  private static String code(Provenance code) {
    return "revision "
        + code.gitRevision()
        + (code.gitDirty() ? " with uncommitted changes" : "")
        + ", Sojourn "
        + code.sojournVersion()
        + ", JMH "
        + code.jmhVersion();
  }

  private static String fact(Machine machine, String key) {
    return machine.identity().getOrDefault(key, "unknown");
  }

  /** Sizes of the caches the machine told of; empty when it told of none. */
  static String caches(Machine machine) {
    return caches(machine, List.of("L1d", "L2", "L3"));
  }

  /** Sizes of some of the caches the machine told of. */
  static String caches(Machine machine, List<String> names) {
    return names.stream()
        .flatMap(name -> cache(machine, name).stream())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> cache(Machine machine, String name) {
    String key =
        switch (name) {
          case "L1d" -> Machine.CACHE_L1D;
          case "L2" -> Machine.CACHE_L2;
          default -> Machine.CACHE_L3;
        };
    return Optional.ofNullable(machine.identity().get(key))
        .flatMap(PointView::number)
        .map(bytes -> name + " " + Units.bytes(bytes));
  }

  /** What a reader must know of the latencies in a table, for its foot. */
  static List<String> tailNotes(List<Row> rows, TimerCost timer) {
    List<TailSummary> tails = rows.stream().flatMap(row -> row.tail().stream()).toList();
    int batch = tails.stream().mapToInt(TailSummary::batch).max().orElse(1);
    String what =
        batch > 1
            ? "Latencies are of "
                + batch
                + "-op batches, per op: what happens within a batch is averaged."
            : "Latencies are of single operations; recording one costs "
                + Units.time(timer.recordNanos())
                + ".";
    List<String> notes = new ArrayList<>(List.of(what));
    if (tails.stream().anyMatch(tail -> tooShort(tail, timer))) {
      notes.add("Some are shorter than the timer can see: batch needed, see @Study(batch).");
    }
    List<TailSummary.Quantile> quantiles =
        tails.stream().flatMap(tail -> tail.quantiles().stream()).toList();
    quantiles.stream()
        .map(TailSummary.Quantile::support)
        .filter(support -> support != Support.ENOUGH)
        .distinct()
        .sorted()
        .forEach(support -> notes.add("- : " + support.words() + "."));
    if (quantiles.stream().anyMatch(TailSummary.Quantile::platformLimited)) {
      notes.add(
          Latency.LIMITED
              + " : platform-limited: less than twice the machine's own hiccups, no claim.");
    }
    return notes;
  }

  /** Whether half of the values of single operations are made of less than twenty clock steps. */
  private static boolean tooShort(TailSummary tail, TimerCost timer) {
    return tail.batch() == 1
        && tail.p50().known()
        && tail.p50().nanos() < FEWEST_STEPS * timer.granularityNanos();
  }
}
