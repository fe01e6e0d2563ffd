package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The studies of two weeks of a curriculum, measured in one run, side by side where they measure
 * the same thing.
 *
 * <p>Two arms of two studies measure the same thing when their parameters are equal, by name and
 * value, and one of these holds:
 *
 * <ul>
 *   <li><b>the same subject</b>: the methods have one name, and neither is its study's baseline (a
 *       baseline's name says its role and not what it is);
 *   <li><b>the same operation</b>: the studies' names end in the same word before {@code Bench} or
 *       {@code Lab}, such as {@code Hold}, and the methods are both baselines or have one name.
 * </ul>
 *
 * @param first a week
 * @param second another week
 * @param meetings pairs of studies that have something in common
 * @param alone studies that have nothing in common with any of the other week, and why
 */
public record WeekPairs(int first, int second, List<Meeting> meetings, List<Alone> alone) {
  private static final Pattern LAST_WORD = Pattern.compile("([A-Z][a-z0-9]*)(?:Bench|Lab)$");

  /** Copies the lists. */
  public WeekPairs {
    meetings = List.copyOf(meetings);
    alone = List.copyOf(alone);
  }

  /**
   * Two studies that measure the same thing.
   *
   * @param first the study of the first week
   * @param second the study of the second week
   * @param operation the operation they share; empty when they share subjects only
   * @param comparisons arms of the second study against arms of the first
   */
  public record Meeting(
      StudyCard first, StudyCard second, Optional<String> operation, List<Comparison> comparisons) {
    /** Copies the list. */
    public Meeting {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * A study without a partner.
   *
   * @param study the study
   * @param reason why
   */
  public record Alone(StudyCard study, String reason) {}

  /**
   * Puts two weeks side by side.
   *
   * @param run a run, finished or not
   * @param first a week
   * @param second another week
   * @param calibration what is known of the run's machine, if anything
   * @return what their studies have in common; verdicts are corrected for their number
   */
  public static WeekPairs of(Run run, int first, int second, Optional<Calibration> calibration) {
    return new Search(run, first, second, calibration).found();
  }

  /** Whatever the run has of two weeks. */
  private static final class Search {
    private final Matching numbers;
    private final int first;
    private final int second;
    private final List<StudyCard> left;
    private final List<StudyCard> right;

    Search(Run run, int first, int second, Optional<Calibration> calibration) {
      this.numbers = new Matching(run, calibration);
      this.first = first;
      this.second = second;
      this.left = studies(run, first);
      this.right = studies(run, second);
    }

    private List<StudyCard> studies(Run run, int week) {
      return run.studies().stream()
          .filter(card -> card.week() == week && arms(card).findAny().isPresent())
          .toList();
    }

    private Stream<Arm> arms(StudyCard card) {
      return numbers.arms().stream().filter(arm -> arm.study().equals(card.study()));
    }

    WeekPairs found() {
      Map<List<String>, Meeting> pairs = new LinkedHashMap<>();
      List<Comparison> all = new ArrayList<>();
      for (StudyCard a : left) {
        for (StudyCard b : right) {
          List<Comparison> comparisons = compared(a, b);
          if (!a.study().equals(b.study()) && !comparisons.isEmpty()) {
            pairs.put(List.of(a.study(), b.study()), new Meeting(a, b, operation(a, b), List.of()));
            all.addAll(comparisons);
          }
        }
      }
      Map<List<String>, List<Comparison>> corrected =
          Corrected.of(all).stream()
              .collect(
                  Collectors.groupingBy(
                      c -> List.of(c.reference().study(), c.subject().study()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      List<Meeting> meetings = new ArrayList<>();
      pairs.forEach(
          (names, m) ->
              meetings.add(
                  new Meeting(
                      m.first(),
                      m.second(),
                      m.operation(),
                      corrected.getOrDefault(names, List.of()))));
      return new WeekPairs(first, second, meetings, alone(pairs.keySet()));
    }

    private List<Comparison> compared(StudyCard a, StudyCard b) {
      return arms(b)
          .flatMap(
              subject ->
                  arms(a)
                      .filter(reference -> same(a, reference, b, subject))
                      .flatMap(
                          reference ->
                              numbers
                                  .against(
                                      subject,
                                      numbers,
                                      reference,
                                      numbers.pairing(subject, reference))
                                  .stream()))
          .toList();
    }

    private static boolean same(StudyCard a, Arm reference, StudyCard b, Arm subject) {
      if (!reference.params().equals(subject.params())) {
        return false;
      }
      boolean oneName = reference.method().equals(subject.method());
      boolean base = reference.method().equals(a.baseline());
      boolean otherBase = subject.method().equals(b.baseline());
      return operation(a, b).isPresent()
          ? oneName || (base && otherBase)
          : oneName && !base && !otherBase;
    }

    private static Optional<String> operation(StudyCard a, StudyCard b) {
      return lastWord(a).filter(word -> lastWord(b).equals(Optional.of(word)));
    }

    private static Optional<String> lastWord(StudyCard card) {
      return LAST_WORD.matcher(card.name()).results().findFirst().map(found -> found.group(1));
    }

    private List<Alone> alone(Set<List<String>> pairs) {
      Set<String> met = new LinkedHashSet<>();
      pairs.forEach(met::addAll);
      List<Alone> alone = new ArrayList<>();
      left.stream()
          .filter(card -> !met.contains(card.study()))
          .forEach(card -> alone.add(new Alone(card, reason(card, right, second))));
      right.stream()
          .filter(card -> !met.contains(card.study()))
          .forEach(card -> alone.add(new Alone(card, reason(card, left, first))));
      return alone;
    }

    private String reason(StudyCard card, List<StudyCard> others, int week) {
      if (others.isEmpty()) {
        return "the run has no study of week " + week;
      }
      Optional<StudyCard> kin =
          others.stream()
              .filter(other -> !other.study().equals(card.study()) && alike(card, other))
              .min(Comparator.comparing(StudyCard::study));
      return kin.map(
              other ->
                  "it measures what "
                      + other.name()
                      + " does, but never at the same parameters: "
                      + points(card)
                      + " / "
                      + points(other))
          .orElse("no subject and no operation in common with any study of week " + week);
    }

    private static boolean alike(StudyCard a, StudyCard b) {
      List<String> subjects = new ArrayList<>(a.methods());
      subjects.retainAll(b.methods());
      subjects.removeAll(List.of(a.baseline(), b.baseline()));
      return operation(a, b).isPresent() || !subjects.isEmpty();
    }

    private String points(StudyCard card) {
      List<String> points =
          arms(card).map(Arm::params).distinct().limit(3).map(Search::text).toList();
      return String.join("; ", points);
    }

    private static String text(SortedMap<String, String> params) {
      return params.isEmpty() ? "no parameters" : Arm.of("", "", params).paramsText();
    }
  }
}
