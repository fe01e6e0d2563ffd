package dev.sojourn.harness.calibrate;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.PlanCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans whose arms are one method of each study, under several names: as it is, and slowed by known
 * shares.
 *
 * <p>Of every study that measures an operation's cost the first method of the tour that is not the
 * baseline is taken, at the first value of every parameter, which is the smallest workload. Labs
 * are left out: their result is no time of an operation.
 */
public final class CalibrationPlan {
  /*
   * Implementation notes. Letters and slowdowns alternate, so every slowed arm runs next to an
   * identical one, as the two sides of a change would. Identical arms are two places apart; forks
   * being short, that is nearer in time than neighbours of an ordinary run are.
   */
  private static final List<String> BANK = List.of("+2%", "A", "+3%", "B", "+5%", "C", "+10%");
  private static final List<String> SESSION = List.of("A");
  private static final List<String> DRILL = List.of("A", "B");

  private CalibrationPlan() {}

  /**
   * The bank of forks that false alarms, noise and power are found from.
   *
   * @param studies any studies
   * @param pairs forks of every arm
   * @param seed decides the order
   * @return seven arms for each study that is no lab
   * @throws IllegalArgumentException if all of them are labs
   */
  public static Plan bank(Collection<StudyDescriptor> studies, int pairs, long seed) {
    return plan(studies, BANK, pairs, seed);
  }

  /**
   * One arm of each study alone: what another session makes of the same code.
   *
   * @param studies any studies
   * @param pairs forks of every arm
   * @param seed decides the order
   * @return one arm for each study that is no lab
   */
  public static Plan session(Collection<StudyDescriptor> studies, int pairs, long seed) {
    return plan(studies, SESSION, pairs, seed);
  }

  /**
   * Two identical arms of each study, to be disturbed on purpose.
   *
   * @param studies any studies
   * @param pairs forks of every arm
   * @param seed decides the order
   * @return two arms for each study that is no lab
   */
  public static Plan drill(Collection<StudyDescriptor> studies, int pairs, long seed) {
    return plan(studies, DRILL, pairs, seed);
  }

  /**
   * Whether a stored plan is one of these.
   *
   * @param card a stored plan
   * @return true when all of its arms are a calibration's
   */
  public static boolean is(PlanCard card) {
    return !card.arms().isEmpty()
        && card.arms().stream().allMatch(arm -> CalibrationArm.of(arm).isPresent());
  }

  /**
   * The plan a stored calibration was made by, so that it can be gone on with.
   *
   * @param card the stored plan
   * @param studies every study at hand
   * @return a plan with the same schedule
   * @throws IllegalArgumentException if a study or method of the stored plan is gone
   */
  public static Plan from(PlanCard card, Collection<StudyDescriptor> studies) {
    Map<String, StudyDescriptor> byName =
        studies.stream().collect(Collectors.toMap(StudyDescriptor::id, Function.identity()));
    SequencedMap<Arm, List<Arm>> byPlainArm = new LinkedHashMap<>();
    for (Arm arm : card.arms()) {
      byPlainArm.computeIfAbsent(plain(arm), plain -> new ArrayList<>()).add(arm);
    }
    List<Plan.Point> points = new ArrayList<>();
    byPlainArm.forEach((plain, arms) -> points.add(point(plain, arms, byName.get(plain.study()))));
    return new Plan(points, Effort.CALIBRATE, card.pairs(), card.seed());
  }

  private static Plan.Point point(Arm plain, List<Arm> arms, @Nullable StudyDescriptor study) {
    if (study == null || !study.card().methods().contains(plain.method())) {
      throw new IllegalArgumentException(
          plain.study()
              + "."
              + plain.method()
              + " of the stored calibration no longer exists; take a new label");
    }
    return new Plan.Point(study.limitedTo(List.of(plain.method())), plain.params(), arms);
  }

  private static Arm plain(Arm arm) {
    return CalibrationArm.of(arm)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    arm + " is no arm of a calibration; go on with: run --resume"))
        .plain();
  }

  private static Plan plan(
      Collection<StudyDescriptor> studies, List<String> variants, int pairs, long seed) {
    List<Plan.Point> points =
        studies.stream()
            .filter(study -> study.card().kind().equals("bench"))
            .map(study -> point(study, variants))
            .toList();
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to calibrate with: labs have no time of an operation; name a study that ends in"
              + " Bench");
    }
    return new Plan(points, Effort.CALIBRATE, pairs, seed);
  }

  private static Plan.Point point(StudyDescriptor study, List<String> variants) {
    String baseline = study.card().baseline();
    Optional<String> first =
        study.tourMethods().stream().filter(method -> !method.equals(baseline)).findFirst();
    SortedMap<String, String> params = study.firstPoint();
    Arm plain = study.arm(first.orElse(baseline), params);
    List<Arm> arms =
        variants.stream().map(variant -> new CalibrationArm(plain, variant).arm()).toList();
    return new Plan.Point(study.limitedTo(List.of(plain.method())), params, arms);
  }
}
