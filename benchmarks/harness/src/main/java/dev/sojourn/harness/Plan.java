package dev.sojourn.harness;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run will measure, and in which order.
 *
 * <p>The machine drifts while it measures, so arms that are to be compared run next to each other,
 * and in both orders: rounds come in blocks of two, and within a block a point's arms run forward,
 * then backward (for two arms A B B A), or the reverse when the coin says so. Points are shuffled
 * within every block, so each study spans the whole run.
 *
 * @param points what is measured: all methods of a study at one parameter point
 * @param effort what each fork does
 * @param pairs rounds, that is forks of every arm
 * @param seed decides shuffles and coins
 */
public record Plan(List<Point> points, Effort effort, int pairs, long seed) {
  /*
   * Implementation notes. A run may be resumed by another JVM than the one that began it, and must
   * find the same order: hence java.util.Random, whose algorithm is part of its specification. With
   * an odd number of rounds the last block has one, and its points are the only ones whose two
   * orders do not cancel.
   */

  private static final int ROUNDS_PER_BLOCK = 2;

  /**
   * A study at one parameter point.
   *
   * @param study the study
   * @param params values of its parameters
   * @param arms what is measured there, in the order of reports
   */
  public record Point(StudyDescriptor study, SortedMap<String, String> params, List<Arm> arms) {
    /** Copies the list. */
    public Point {
      arms = List.copyOf(arms);
    }

    /**
     * One arm per method, baseline first.
     *
     * @param study the study
     * @param params values of its parameters
     */
    public Point(StudyDescriptor study, SortedMap<String, String> params) {
      this(study, params, study.arms(params));
    }
  }

  /**
   * Every arm of a point once, one fork after another: what makes its forks pairs.
   *
   * @param point the point
   * @param number from 0
   * @param forks in the order they run
   */
  public record Round(Point point, int number, List<PlannedFork> forks) {}

  /**
   * Neighbouring rounds of one point, whose orders of arms cancel.
   *
   * @param rounds two, or one when the plan's rounds are odd in number
   */
  public record Block(List<Round> rounds) {}

  /** Copies the list; refuses a plan of nothing. */
  public Plan {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "the plan holds no study; name other weeks or another study");
    }
    if (pairs < 1) {
      throw new IllegalArgumentException("pairs must be at least 1, was " + pairs);
    }
  }

  /**
   * A plan of several studies.
   *
   * @param studies the studies, in the order reports will show them
   * @param points the parameter points of each study by its class name; a study not named here
   *     keeps all of its own
   * @param effort what each fork does
   * @param pairs forks of every arm
   * @param seed decides the order
   * @return the plan
   */
  public static Plan of(
      List<StudyDescriptor> studies,
      Map<String, List<SortedMap<String, String>>> points,
      Effort effort,
      int pairs,
      long seed) {
    List<Point> chosen = new ArrayList<>();
    for (StudyDescriptor study : studies) {
      for (SortedMap<String, String> params :
          points.getOrDefault(study.card().study(), study.points())) {
        chosen.add(new Point(study, params));
      }
    }
    return new Plan(chosen, effort, pairs, seed);
  }

  /**
   * The plan a stored run was made by, so that it can be gone on with.
   *
   * @param card the stored plan
   * @param studies every study at hand
   * @return a plan with the same schedule
   * @throws IllegalArgumentException if a study of the stored plan is gone, or its methods have
   *     changed
   */
  public static Plan from(PlanCard card, Collection<StudyDescriptor> studies) {
    Map<String, StudyDescriptor> byName =
        studies.stream().collect(Collectors.toMap(s -> s.card().study(), Function.identity()));
    Map<String, StudyDescriptor> limited = new HashMap<>();
    methodsByStudy(card)
        .forEach(
            (name, methods) ->
                limited.computeIfAbsent(
                    name, n -> byName.containsKey(n) ? byName.get(n).limitedTo(methods) : null));
    var points = new LinkedHashSet<Point>();
    for (Arm arm : card.arms()) {
      StudyDescriptor study = limited.get(arm.study());
      if (study == null) {
        throw new IllegalArgumentException(
            "study " + arm.study() + " of the stored plan no longer exists; take a new label");
      }
      points.add(new Point(study, arm.params()));
    }
    Plan plan =
        new Plan(List.copyOf(points), Effort.parse(card.effort()), card.pairs(), card.seed());
    if (!plan.matches(card)) {
      throw new IllegalArgumentException(
          "the studies' methods differ from those of the stored plan; take a new label");
    }
    return plan;
  }

  private static Map<String, Set<String>> methodsByStudy(PlanCard card) {
    return card.arms().stream()
        .collect(
            Collectors.groupingBy(Arm::study, Collectors.mapping(Arm::method, Collectors.toSet())));
  }

  /**
   * Whether a stored plan is this one, but perhaps for what its forks do.
   *
   * @param card the stored plan
   * @return whether arms, order and effort are the same
   */
  public boolean matches(PlanCard card) {
    return new PlanCard(effort.id(), pairs, seed, card.shape(), arms()).equals(card);
  }

  /**
   * The plan as a run keeps it.
   *
   * @return every arm in the order of reports, effort, pairs, seed, and what each fork does
   */
  public PlanCard card() {
    return new PlanCard(effort.id(), pairs, seed, shapes(), arms());
  }

  /**
   * Everything to be measured.
   *
   * @return the arms, point by point
   */
  public List<Arm> arms() {
    return points.stream().flatMap(point -> point.arms().stream()).toList();
  }

  /**
   * The studies, each once.
   *
   * @return in the order they first appear
   */
  public List<StudyDescriptor> studies() {
    return points.stream().map(Point::study).distinct().toList();
  }

  /**
   * Every fork in the order it will run unless one must be repeated; the same for the same plan,
   * wherever it is computed.
   *
   * @return the forks, positions rising from 0
   */
  public List<PlannedFork> schedule() {
    return blocks().stream()
        .flatMap(block -> block.rounds().stream())
        .flatMap(round -> round.forks().stream())
        .toList();
  }

  /**
   * The same order as {@link #schedule}, as it is made up.
   *
   * @return blocks of rounds
   */
  public List<Block> blocks() {
    Random random = new Random(seed);
    List<Block> blocks = new ArrayList<>();
    int position = 0;
    for (int round = 0; round < pairs; round += ROUNDS_PER_BLOCK) {
      List<Point> shuffled = new ArrayList<>(points);
      Collections.shuffle(shuffled, random);
      for (Point point : shuffled) {
        Block block = block(point, round, position, random.nextBoolean());
        position += block.rounds().size() * point.arms().size();
        blocks.add(block);
      }
    }
    return List.copyOf(blocks);
  }

  private Block block(Point point, int number, int position, boolean backward) {
    List<Arm> arms = backward ? point.arms().reversed() : point.arms();
    Round first = round(point, number, position, arms);
    return number + 1 == pairs
        ? new Block(List.of(first))
        : new Block(
            List.of(first, round(point, number + 1, position + arms.size(), arms.reversed())));
  }

  private Round round(Point point, int number, int position, List<Arm> arms) {
    ForkShape shape = shapeFor(point);
    List<PlannedFork> forks = new ArrayList<>();
    for (Arm arm : arms) {
      forks.add(new PlannedFork(number, position + forks.size(), arm, point.study(), shape));
    }
    return new Round(point, number, List.copyOf(forks));
  }

  private ForkShape shapeFor(Point point) {
    if (point.study().card().isLab()) {
      return ForkShape.singleShot();
    }
    ForkShape shape = effort.shape();
    return point.study().isSlowAt(point.params()) ? shape.ofSlowOperations() : shape;
  }

  private String shapes() {
    return points.stream()
        .map(point -> shapeFor(point).words())
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
