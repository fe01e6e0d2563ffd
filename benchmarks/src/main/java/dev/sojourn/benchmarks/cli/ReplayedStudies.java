package dev.sojourn.benchmarks.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.WeekRange;
import dev.sojourn.harness.duel.ChildProcess;
import dev.sojourn.harness.duel.DuelException;
import dev.sojourn.harness.duel.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Which of a build's studies are replayed, as that build itself knows them. */
final class ReplayedStudies {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final BiPredicate<String, SortedMap<String, String>> wanted;
  private final String wish;

  private ReplayedStudies(BiPredicate<String, SortedMap<String, String>> wanted, String wish) {
    this.wanted = wanted;
    this.wish = wish;
  }

  static ReplayedStudies of(
      Path jar,
      JavaProgram java,
      @Nullable Pattern study,
      @Nullable WeekRange weeks,
      CommandSpec spec)
      throws DuelException, IOException, InterruptedException {
    if (study != null) {
      return new ReplayedStudies(
          (name, point) -> study.matcher(studyOf(name)).find(), study.pattern());
    }
    if (weeks != null) {
      Set<String> studies = inWeeks(list(jar, java), weeks);
      return new ReplayedStudies((name, point) -> studies.contains(studyOf(name)), "week " + weeks);
    }
    return tour(Selection.catalog(spec).tour());
  }

  /** The tour is not part of what a build lists, so it is that of this build. */
  private static ReplayedStudies tour(Catalog tour) {
    Map<String, SortedMap<String, String>> points = new HashMap<>();
    for (StudyDescriptor study : tour.studies()) {
      study
          .tourMethods()
          .forEach(method -> points.put(study.id() + "." + method, study.tourPoint()));
    }
    return new ReplayedStudies(
        (name, point) -> point.equals(points.getOrDefault(name, NO_POINT)), "the tour");
  }

  /** Equal to no point, not even to that of a benchmark without parameters. */
  private static final SortedMap<String, String> NO_POINT = new TreeMap<>(Map.of("", ""));

  private static String studyOf(String benchmark) {
    return benchmark.substring(0, benchmark.lastIndexOf('.'));
  }

  private static JsonNode list(Path jar, JavaProgram java)
      throws DuelException, IOException, InterruptedException {
    List<String> command =
        List.of(java.path().toString(), "-jar", jar.toString(), "list", "--json");
    ChildProcess.Ended ended = ChildProcess.run(command, LIMIT);
    if (!ended.well()) {
      throw new DuelException(
          jar.getFileName()
              + ": list --json ended with exit code "
              + ended.exitCode()
              + "; choose with --study REGEX instead of --week");
    }
    return new ObjectMapper().readTree(String.join("\n", ended.output()));
  }

  private static Set<String> inWeeks(JsonNode studies, WeekRange weeks) {
    Set<String> names = new HashSet<>();
    for (JsonNode study : studies) {
      if (weeks.contains(study.path("week").asInt())) {
        names.add(study.path("id").asText());
      }
    }
    return names;
  }

  boolean wants(String benchmark, SortedMap<String, String> point) {
    return wanted.test(benchmark, point);
  }

  String wish() {
    return wish;
  }
}
