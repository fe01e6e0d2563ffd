package dev.sojourn.harness;

import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.StudyCard;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Reads a study's declaration and holds it against the rules of studies. */
public final class StudyReader {
  private static final Set<String> METRICS = Set.of(Metric.TIME.name(), Metric.ALLOCATION.name());

  private final Class<?> type;
  private final Study study;

  private StudyReader(Class<?> type, Study study) {
    this.type = type;
    this.study = study;
  }

  /**
   * Reads a study.
   *
   * @param type a class annotated with {@link Study}
   * @return what it declares
   * @throws InvalidStudyException when it breaks a rule
   */
  public static StudyDescriptor read(Class<?> type) {
    Study study = type.getAnnotation(Study.class);
    if (study == null) {
      throw new InvalidStudyException(type, "is not annotated with @Study; annotate it");
    }
    return new StudyReader(type, study).read();
  }

  private StudyDescriptor read() {
    checkWords();
    checkNumbers();
    List<Method> benchmarks = benchmarks();
    String baseline = baseline(benchmarks);
    List<String> methods = methods(benchmarks, baseline);
    SortedMap<String, List<String>> params = params(benchmarks, baseline);
    SortedMap<String, String> slowPoint = where("slow", study.slow(), params);
    SortedMap<String, String> tourPoint = tourPoint(params);
    InvocationTime invocationTime = invocationTime(params);
    StudyCard card =
        new StudyCard(
            type.getName(),
            study.week(),
            kind(),
            study.question(),
            study.insight(),
            study.source(),
            baseline,
            methods,
            claims(methods, baseline, params),
            Fingerprint.of(type, conditions()));
    checkPlace();
    return new StudyDescriptor(
        type,
        card,
        study.batch(),
        study.mayDiffer(),
        study.heapMegabytes(),
        slowPoint,
        tourPoint,
        tourMethods(methods, baseline),
        params,
        invocationTime);
  }

  private InvocationTime invocationTime(SortedMap<String, List<String>> params) {
    String seconds = study.invocationSeconds();
    if (!seconds.isEmpty() && !kind().equals("lab")) {
      throw wrong("invocationSeconds is for labs: a bench runs as long as its fork; leave it out");
    }
    try {
      return InvocationTime.parse(seconds, params);
    } catch (IllegalArgumentException e) {
      throw wrong("invocationSeconds \"" + seconds + "\": " + e.getMessage());
    }
  }

  private String conditions() {
    String always = study.heapMegabytes() + "," + study.batch();
    return study.slow().isEmpty() ? always : always + "," + study.slow();
  }

  private List<String> tourMethods(List<String> methods, String baseline) {
    List<String> named = List.of(study.tourMethods());
    named.forEach(method -> checkMethod("tourMethods", method, methods));
    return methods.stream()
        .filter(m -> named.isEmpty() || m.equals(baseline) || named.contains(m))
        .toList();
  }

  /** A lab's numbers are those that it notes, and nobody knows their names before it has run. */
  private void checkMetric(String metric) {
    boolean lab = kind().equals("lab");
    if (lab && metric.equals(Metric.TIME.name())) {
      throw wrong("a lab's time is no finding; claim a metric that it notes");
    }
    if (!lab && !METRICS.contains(metric)) {
      throw wrong("claim's metric must be one of time, alloc; was " + metric);
    }
  }

  private String kind() {
    String name = type.getSimpleName();
    if (name.endsWith("Bench")) {
      return "bench";
    }
    if (name.endsWith("Lab")) {
      return "lab";
    }
    throw wrong("the class name must end in Bench or Lab; try " + name + "Bench");
  }

  private void checkPlace() {
    if (type.isMemberClass()) {
      throw wrong(
          "a study must be a top-level class, or JMH names it otherwise; move it to a file of its"
              + " own");
    }
  }

  private void checkWords() {
    if (!study.question().endsWith("?")) {
      throw wrong("question must end in a question mark, was \"" + study.question() + "\"");
    }
    if (study.insight().isBlank()) {
      throw wrong("insight must not be blank; write what the reader should see");
    }
  }

  private void checkNumbers() {
    if (study.week() < 1 || study.week() > WeekRange.WEEKS) {
      throw wrong("week must be 1 to " + WeekRange.WEEKS + ", was " + study.week());
    }
    if (study.batch() < 1) {
      throw wrong("batch must be at least 1, was " + study.batch());
    }
    if (!(study.mayDiffer() >= 0 && study.mayDiffer() <= 1)) {
      throw wrong("mayDiffer must be a share from 0 to 1, was " + study.mayDiffer());
    }
    if (study.heapMegabytes() < 1) {
      throw wrong("heapMegabytes must be at least 1, was " + study.heapMegabytes());
    }
  }

  private List<Method> benchmarks() {
    List<Method> benchmarks = Workload.benchmarks(type);
    Set<String> names = benchmarks.stream().map(Method::getName).collect(Collectors.toSet());
    if (names.size() != benchmarks.size()) {
      throw wrong("two @Benchmark methods share a name; rename one");
    }
    for (Method method : benchmarks) {
      if (method.getReturnType() == void.class) {
        throw wrong(
            "method " + method.getName() + " returns nothing; a benchmark must return its answer");
      }
    }
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(Baseline.class) && !names.contains(method.getName())) {
        throw wrong("@Baseline method " + method.getName() + " is no benchmark; add @Benchmark");
      }
    }
    return benchmarks;
  }

  private String baseline(List<Method> benchmarks) {
    List<String> baselines =
        benchmarks.stream()
            .filter(method -> method.isAnnotationPresent(Baseline.class))
            .map(Method::getName)
            .toList();
    if (baselines.size() != 1) {
      throw wrong(
          "exactly one @Benchmark method must carry @Baseline, were "
              + baselines.size()
              + " "
              + baselines
              + "; the methods are "
              + benchmarks.stream().map(Method::getName).toList());
    }
    return baselines.getFirst();
  }

  private static List<String> methods(List<Method> benchmarks, String baseline) {
    List<String> methods = new ArrayList<>(List.of(baseline));
    benchmarks.stream().map(Method::getName).filter(m -> !m.equals(baseline)).forEach(methods::add);
    return methods;
  }

  private SortedMap<String, List<String>> params(List<Method> benchmarks, String baseline) {
    SortedMap<String, List<String>> params =
        paramsOf(
            benchmarks.stream()
                .filter(m -> m.getName().equals(baseline))
                .findFirst()
                .orElseThrow());
    if (params.containsKey(CalibrationArm.PARAMETER)) {
      throw wrong(
          "the parameter name " + CalibrationArm.PARAMETER + " is reserved; choose another");
    }
    for (Method method : benchmarks) {
      SortedMap<String, List<String>> others = paramsOf(method);
      if (!others.equals(params)) {
        throw wrong(
            "method "
                + method.getName()
                + " has the parameters "
                + others
                + ", the baseline has "
                + params
                + "; declare parameters in the study class or in a state that all methods share");
      }
    }
    return params;
  }

  private SortedMap<String, List<String>> paramsOf(Method method) {
    try {
      return Workload.params(Workload.states(type, method));
    } catch (IllegalArgumentException e) {
      throw wrong("method " + method.getName() + ": " + e.getMessage());
    }
  }

  private SortedMap<String, String> tourPoint(SortedMap<String, List<String>> params) {
    SortedMap<String, String> point = where("tour", study.tour(), params);
    if (!point.isEmpty()) {
      params.forEach((name, values) -> point.putIfAbsent(name, values.getFirst()));
    }
    return point;
  }

  private List<ClaimCard> claims(
      List<String> methods, String baseline, SortedMap<String, List<String>> params) {
    return Arrays.stream(type.getAnnotationsByType(Claim.class))
        .map(claim -> claim(claim, methods, baseline, params))
        .toList();
  }

  private ClaimCard claim(
      Claim claim, List<String> methods, String baseline, SortedMap<String, List<String>> params) {
    String against = claim.against().isEmpty() ? baseline : claim.against();
    checkMethod("claim's subject", claim.subject(), methods);
    checkMethod("claim's against", against, methods);
    ClaimCard.Kind kind = claimKind(claim);
    checkMetric(claim.metric());
    if (kind == ClaimCard.Kind.RATIO && against.equals(claim.subject())) {
      throw wrong("claim compares " + against + " with itself; name another subject");
    }
    return new ClaimCard(
        kind,
        claim.subject(),
        against,
        claim.metric(),
        kind == ClaimCard.Kind.COUNT ? claim.countAtMost() : claim.ratioAtMost(),
        kind == ClaimCard.Kind.COUNT ? claim.countAtLeast() : claim.ratioAtLeast(),
        where("claim", claim.where(), params));
  }

  private ClaimCard.Kind claimKind(Claim claim) {
    boolean ratio = !Double.isNaN(claim.ratioAtMost()) || !Double.isNaN(claim.ratioAtLeast());
    boolean count = !Double.isNaN(claim.countAtMost()) || !Double.isNaN(claim.countAtLeast());
    if (ratio == count) {
      throw wrong(
          "claim on "
              + claim.subject()
              + (ratio ? " bounds both a ratio and a count" : " has no bound")
              + "; give ratioAtMost, ratioAtLeast or both, or else countAtMost, countAtLeast or"
              + " both");
    }
    return ratio ? ClaimCard.Kind.RATIO : ClaimCard.Kind.COUNT;
  }

  private void checkMethod(String role, String method, List<String> methods) {
    if (!methods.contains(method)) {
      throw wrong(
          role + " must be a benchmark method, was " + method + "; the methods are " + methods);
    }
  }

  private SortedMap<String, String> where(
      String what, String text, SortedMap<String, List<String>> params) {
    try {
      return Where.parse(text, params);
    } catch (IllegalArgumentException e) {
      throw wrong(what + " \"" + text + "\": " + e.getMessage());
    }
  }

  private InvalidStudyException wrong(String problem) {
    return new InvalidStudyException(type, problem);
  }
}
