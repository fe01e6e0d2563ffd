package dev.sojourn.harness;

import java.util.List;
import java.util.Optional;

/**
 * One week of the curriculum. Its studies are not listed here: each study names its own week.
 *
 * @param week place in the curriculum, 1 to 48
 * @param block name of the block it belongs to
 * @param title what the week is about, in a few words
 * @param reading chapters to read first
 * @param correction where the reading and the curriculum part ways, if they do
 * @param question the question of the week, ending in a question mark
 * @param predict what to write down before anything runs
 * @param insight what ought to be seen
 * @param checklist what to have done by the end of the week
 * @param habit the one habit to keep
 */
public record Week(
    int week,
    String block,
    String title,
    List<String> reading,
    Optional<String> correction,
    String question,
    String predict,
    String insight,
    List<String> checklist,
    String habit) {
  /** Copies the lists. */
  public Week {
    reading = List.copyOf(reading);
    checklist = List.copyOf(checklist);
  }
}
