package dev.sojourn.harness;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Every study on the class path, read from JMH's own list of benchmarks. */
public final class Catalog {
  private final List<StudyDescriptor> studies;
  private final List<String> foreign;
  private final List<String> problems;

  Catalog(
      Collection<StudyDescriptor> studies,
      Collection<String> foreign,
      Collection<String> problems) {
    this.studies =
        studies.stream()
            .sorted(
                Comparator.comparingInt((StudyDescriptor study) -> study.card().week())
                    .thenComparing(StudyDescriptor::id))
            .toList();
    this.foreign = foreign.stream().sorted().toList();
    this.problems = problems.stream().sorted().toList();
  }

  /**
   * Reads every list of benchmarks on the class path.
   *
   * @return the catalog
   * @throws CatalogException when there is no such list
   */
  public static Catalog fromClassPath() {
    return CatalogReader.read();
  }

  /**
   * The studies.
   *
   * @return ordered by week, then by name
   */
  public List<StudyDescriptor> studies() {
    return studies;
  }

  /**
   * Benchmark classes that are no studies: they can be run by JMH and are left alone by everything
   * else.
   *
   * @return fully qualified class names
   */
  public List<String> foreign() {
    return foreign;
  }

  /**
   * Classes that call themselves studies and break a rule, or are listed and cannot be loaded.
   *
   * @return one line each: the class, the value and the way out; empty when all is well
   */
  public List<String> problems() {
    return problems;
  }

  /**
   * The studies of some weeks.
   *
   * @param weeks which weeks
   * @return a smaller catalog
   */
  public Catalog inWeeks(WeekRange weeks) {
    return filtered(study -> weeks.contains(study.card().week()));
  }

  /**
   * The studies in whose fully qualified name a regular expression is found.
   *
   * @param regex the expression
   * @return a smaller catalog, perhaps empty
   */
  public Catalog matching(String regex) {
    Pattern pattern = compile(regex);
    return filtered(
        study -> pattern.matcher(study.id()).find() || pattern.matcher(study.name()).find());
  }

  /**
   * The studies the tour shows.
   *
   * @return a smaller catalog
   */
  public Catalog tour() {
    return filtered(StudyDescriptor::inTour);
  }

  /**
   * The study of a name.
   *
   * @param name fully qualified or simple class name
   * @return the study, if there is exactly one
   */
  public Optional<StudyDescriptor> find(String name) {
    List<StudyDescriptor> found =
        studies.stream().filter(s -> s.id().equals(name) || s.name().equals(name)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "study "
              + name
              + " is ambiguous; write one of "
              + found.stream().map(StudyDescriptor::id).toList());
    }
    return found.stream().findFirst();
  }

  /**
   * What a mistyped study name may have meant: the names near it, and if none is near, those that
   * are least far. What a regular expression adds to a name does not count.
   *
   * @param name what was typed
   * @return simple names, nearest first, at most three; none only when there is no study
   */
  public List<String> nearest(String name) {
    String word = name.replaceAll("\\W", "");
    List<String> names = studies.stream().map(StudyDescriptor::name).toList();
    List<String> near = Nearest.of(word, names);
    return near.isEmpty() ? Nearest.atAnyDistance(word, names) : near;
  }

  private Catalog filtered(Predicate<StudyDescriptor> wanted) {
    return new Catalog(studies.stream().filter(wanted).toList(), foreign, problems);
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "study expression \""
              + regex
              + "\" is no regular expression: "
              + e.getDescription()
              + "; quote special characters with a backslash, or try .*Heap.*",
          e);
    }
  }
}
