package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.WeekRange;
import dev.sojourn.harness.duel.Bouts;
import dev.sojourn.harness.duel.Contender;
import dev.sojourn.harness.duel.DuelException;
import dev.sojourn.harness.duel.JavaProgram;
import dev.sojourn.harness.duel.JmhJar;
import dev.sojourn.harness.execute.ForkArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two revisions of this checkout, built now and measured in turn now. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Builds two revisions of this checkout in work trees of their own, measures them in turn,"
            + " and judges the second.",
    footer = DuelOptions.FOOTER)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "REV_A", description = "The revision before.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "REV_B", description = "The revision after.")
  private String after = "";

  @Option(
      names = "--study",
      paramLabel = "REGEX",
      description = "The studies whose class name matches (default: what the tour shows).")
  private @Nullable String study;

  @Option(names = "--week", paramLabel = "N[-M]", description = "The studies of these weeks.")
  private @Nullable String week;

  @Option(
      names = "--ignore-changes",
      description = "Go on although uncommitted changes are in neither revision.")
  private boolean ignoreChanges;

  @Mixin private DuelOptions options = new DuelOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (study != null && week != null) {
      throw Problem.usage("say what to replay: one of --study REGEX or --week N[-M]");
    }
    @Nullable Pattern pattern = study == null ? null : DuelCommand.pattern(study);
    @Nullable WeekRange weeks = Selection.range(week);
    options.requireValid();
    Path checkout =
        ResultsOption.checkout()
            .orElseThrow(
                () -> Problem.usage("no checkout here to replay; go to the root of one first"));
    try (Revisions revisions = new Revisions(checkout, spec.commandLine().getErr())) {
      if (!ignoreChanges) {
        revisions.requireClean();
      }
      revisions.resolve(before);
      revisions.resolve(after);
      return duel(revisions.build("old", before), revisions.build("new", after), pattern, weeks);
    } catch (DuelException | IOException e) {
      throw Problem.usage(e);
    }
  }

  private int duel(Path oldJar, Path newJar, @Nullable Pattern pattern, @Nullable WeekRange weeks)
      throws DuelException, IOException, InterruptedException {
    JavaProgram java = options.java();
    Contender reference = Contender.of(JmhJar.open(oldJar), java);
    Contender subject = Contender.of(JmhJar.open(newJar), java);
    ReplayedStudies studies = ReplayedStudies.of(newJar, java, pattern, weeks, spec);
    Bouts bouts = Bouts.of(reference, subject, studies::wants, studies.wish());
    List<String> common = options.jvmArguments(java);
    return new DuelRound(Match.of(reference, subject, bouts), options, DuelMeans.REAL, spec)
        .run(java, common, arguments(common));
  }

  /** A study that this build knows too is given the heap it asks for. */
  private Function<String, List<String>> arguments(List<String> common) {
    if (options.choosesJvmArguments()) {
      return benchmark -> common;
    }
    Map<String, List<String>> byStudy =
        Selection.catalog(spec).studies().stream()
            .collect(Collectors.toMap(StudyDescriptor::id, ForkArguments::of));
    return benchmark ->
        byStudy.getOrDefault(benchmark.substring(0, benchmark.lastIndexOf('.')), common);
  }
}
