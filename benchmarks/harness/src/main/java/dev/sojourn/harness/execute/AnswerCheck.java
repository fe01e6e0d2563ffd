package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.oracle.Oracle;
import dev.sojourn.harness.oracle.OracleException;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares the answers of every point before any is timed; points whose methods disagree are failed
 * by name.
 */
final class AnswerCheck {
  private final AnswerGate gate;
  private final Progress progress;
  private final Interruption interruption;
  private final RunLog log;

  AnswerCheck(Instruments with, Interruption interruption, RunLog log) {
    this.gate = with.gate();
    this.progress = with.progress();
    this.interruption = interruption;
    this.log = log;
  }

  void of(Plan plan) {
    if (gate == AnswerGate.NONE) {
      return;
    }
    List<Plan.Point> points = plan.points();
    for (int i = 0; i < points.size() && !interruption.requested(); i++) {
      if (!log.judged(points.get(i))) {
        progress.answersChecked(points.get(i), i + 1, points.size());
        check(points.get(i));
      }
    }
  }

  private void check(Plan.Point point) {
    try {
      Answers answers = interruption.during(() -> gate.check(point.study(), point.params()));
      log.answered(answers);
      String disagreement = disagreement(answers);
      if (!disagreement.isEmpty()) {
        fail(point, disagreement);
      }
    } catch (InterruptedException e) {
      interruption.request();
    } catch (OracleException e) {
      failSilent(point, e);
    } catch (Exception e) {
      if (!interruption.requested()) {
        fail(point, firstLine(e));
      }
    }
  }

  /** Methods that gave no answer are failed by name; the others are compared without them. */
  private void failSilent(Plan.Point point, OracleException silent) {
    List<String> methods = point.study().card().methods();
    if (interruption.requested()) {
      return;
    }
    if (silent.causes().containsKey(methods.getFirst())
        || !methods.containsAll(silent.causes().keySet())) {
      fail(point, "the baseline gave no answers: " + silent.causes());
      return;
    }
    point.arms().stream()
        .filter(arm -> silent.causes().containsKey(arm.method()))
        .forEach(arm -> log.failed(failure(arm, silent)));
    List<String> others =
        methods.stream().filter(method -> !silent.causes().containsKey(method)).toList();
    List<Arm> left = point.arms().stream().filter(arm -> others.contains(arm.method())).toList();
    check(new Plan.Point(point.study().limitedTo(others), point.params(), left));
  }

  private static Failure failure(Arm arm, OracleException silent) {
    return new Failure(arm, "answers", String.valueOf(silent.causes().get(arm.method())));
  }

  private static String disagreement(Answers answers) {
    return answers.compared() == 0
        ? "no answers were compared"
        : Oracle.dissent(answers).entrySet().stream()
            .map(method -> method.getKey() + " " + method.getValue())
            .collect(Collectors.joining("; "));
  }

  private static String firstLine(Exception e) {
    return e.toString().lines().findFirst().orElse(e.getClass().getName());
  }

  private void fail(Plan.Point point, String cause) {
    for (Arm arm : point.arms()) {
      log.failed(new Failure(arm, "answers", cause));
    }
  }
}
