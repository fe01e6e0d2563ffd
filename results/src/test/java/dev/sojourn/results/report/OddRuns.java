package dev.sojourn.results.report;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** Runs at the edge of what a report may meet. */
final class OddRuns {
  static final String HOSTILE =
      "\"><script>alert('x')</script>&amp;😀\u001b[31m\u0000\u202E|`_*@all";
  private static final String STUDY = "a.b.EdgeBench";

  private OddRuns() {}

  static Map<String, Run> all() {
    Map<String, Run> runs = new LinkedHashMap<>();
    runs.put("typical", SyntheticRun.typical(1).build());
    runs.put("nothing measured", SyntheticRun.of(1, 8).unfinished().build());
    runs.put("study without numbers", SyntheticRun.of(1, 8).study(card()).build());
    runs.put("only failures", onlyFailures());
    runs.put("one pair", SyntheticRun.of(1, 1).effort("smoke").heaps(1).build());
    runs.put("no tails", SyntheticRun.of(1, 8).filters().build());
    runs.put("one value in a histogram", oneValue(1_234));
    runs.put("clock that read zero", oneValue(0));
    runs.put("empty histogram", emptyHistogram());
    runs.put("times of zero", pair(0, 0));
    runs.put("subject of zero", pair(10, 0));
    runs.put("no study card", noCard());
    runs.put("many methods", manyMethods());
    runs.put("many points", manyPoints());
    runs.put("hostile", hostile());
    return runs;
  }

  static Run named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private static StudyCard card() {
    return SyntheticRun.card(STUDY, "Is there an edge?", "base", "subject");
  }

  private static Arm arm(String method) {
    return Arm.of(STUDY, method, Map.of("size", "10"));
  }

  private static Run onlyFailures() {
    return SyntheticRun.of(1, 8)
        .study(card())
        .failure(arm("base"), "answers", "differs from nothing")
        .plan(arm("subject"))
        .build();
  }

  private static Run oneValue(long nanos) {
    Histogram histogram = new Histogram(3);
    histogram.recordValue(nanos);
    Tail tail = new Tail(arm("base"), 1, List.of(new Tail.ForkTail(0, histogram)));
    return SyntheticRun.of(1, 1).study(card()).time(arm("base"), 10).tail(tail).build();
  }

  private static Run emptyHistogram() {
    Tail tail = new Tail(arm("base"), 1, List.of(new Tail.ForkTail(0, new Histogram(3))));
    return SyntheticRun.of(1, 2).study(card()).time(arm("base"), 10).tail(tail).build();
  }

  private static Run pair(double base, double subject) {
    return SyntheticRun.of(1, 8)
        .study(card())
        .time(arm("base"), base)
        .time(arm("subject"), subject)
        .time(Arm.of(STUDY, "base", Map.of("size", "20")), base)
        .time(Arm.of(STUDY, "subject", Map.of("size", "20")), subject)
        .build();
  }

  private static Run noCard() {
    return SyntheticRun.of(1, 3).time(arm("base"), 10).time(arm("subject"), 20).build();
  }

  private static Run manyMethods() {
    String[] methods = new String[20];
    for (int i = 0; i < methods.length; i++) {
      methods[i] = "implementationNumber" + i;
    }
    SyntheticRun run = SyntheticRun.of(1, 8).study(SyntheticRun.card(STUDY, "Which?", methods));
    for (int i = 0; i < methods.length; i++) {
      for (String size : List.of("10", "1000", "100000")) {
        run.time(Arm.of(STUDY, methods[i], Map.of("size", size)), 10 + i);
      }
      run.tail(Arm.of(STUDY, methods[i], Map.of("size", "10")), 1, 10_000 + i, 300);
    }
    return run.build();
  }

  private static Run manyPoints() {
    SyntheticRun run = SyntheticRun.of(1, 4).study(card());
    for (int i = 1; i <= 60; i++) {
      Map<String, String> params = Map.of("size", Integer.toString(i * i), "word", "w" + i % 11);
      run.time(Arm.of(STUDY, "base", params), i);
      run.time(Arm.of(STUDY, "subject", params), 2 * i);
    }
    return run.build();
  }

  private static Run hostile() {
    String study = "x." + HOSTILE;
    String question = (HOSTILE + " ").repeat(10_000 / HOSTILE.length()) + "?";
    ClaimCard claim =
        new ClaimCard(
            ClaimCard.Kind.RATIO, HOSTILE, "base", HOSTILE, 0.5, Double.NaN, Map.of("p", HOSTILE));
    StudyCard card =
        new StudyCard(
            study,
            1,
            "bench",
            question,
            question,
            HOSTILE,
            "base",
            List.of("base", HOSTILE),
            List.of(claim),
            "");
    Arm base = Arm.of(study, "base", Map.of(HOSTILE, HOSTILE + "\n,\""));
    return SyntheticRun.of(1, 8)
        .label("\"><img src=x onerror='y'>😀 <!-- ]]>")
        .study(card)
        .time(base, 10)
        .time(base.withMethod(HOSTILE), 20)
        .metric(base, new Metric(HOSTILE, HOSTILE, false), 3, 0.1)
        .tail(base.withMethod(HOSTILE), 64, 10, 1_000)
        .failure(base.withMethod("gone" + HOSTILE), HOSTILE, HOSTILE + "\n\tat x")
        .build();
  }
}
