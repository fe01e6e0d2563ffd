package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.duel.Bouts;
import dev.sojourn.harness.duel.ChangedBenchmarks;
import dev.sojourn.harness.duel.Contender;
import dev.sojourn.harness.duel.Duel;
import dev.sojourn.harness.duel.DuelException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two jars matched.
 *
 * @param duel what is measured
 * @param lost benchmarks that were asked for and only the reference has
 * @param notes everything to be known beforehand: what is left out, and what is not the same
 *     benchmark
 */
record Match(Duel duel, List<String> lost, List<String> notes) {
  Match {
    lost = List.copyOf(lost);
    notes = List.copyOf(notes);
  }

  static Match of(Contender reference, Contender subject, Bouts bouts) throws DuelException {
    List<String> notes = new ArrayList<>(bouts.notes());
    notes.addAll(ChangedBenchmarks.of(reference.jar(), subject.jar(), bouts));
    return new Match(new Duel(reference, subject, bouts.bouts()), bouts.lost(), notes);
  }
}
