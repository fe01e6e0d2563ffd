package dev.sojourn.results.compare;

import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.function.IntPredicate;

/** The part of a run that some of its rounds make up. */
final class Rounds {
  private Rounds() {}

  static Run of(Run run, IntPredicate rounds) {
    return new Run(
        run.label(),
        run.startedAt(),
        run.finishedAt(),
        run.plan(),
        run.machine(),
        run.provenance(),
        run.timer(),
        run.studies(),
        run.measurements().stream().map(m -> measurement(m, rounds)).toList(),
        run.tails().stream().map(t -> tail(t, rounds)).toList(),
        run.answers(),
        run.failures(),
        run.conditions().stream().filter(c -> rounds.test(c.round())).toList());
  }

  private static Measurement measurement(Measurement m, IntPredicate rounds) {
    return new Measurement(
        m.arm(), m.metric(), m.forks().stream().filter(f -> rounds.test(f.round())).toList());
  }

  private static Tail tail(Tail t, IntPredicate rounds) {
    List<Tail.ForkTail> forks = t.forks().stream().filter(f -> rounds.test(f.round())).toList();
    return new Tail(t.arm(), t.view(), t.batch(), forks);
  }
}
