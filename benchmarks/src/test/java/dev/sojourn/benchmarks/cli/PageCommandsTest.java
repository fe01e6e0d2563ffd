package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.report.HtmlReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the page of a run are understood, and would measure what the run did. */
class PageCommandsTest {
  private static final Catalog CATALOG = Catalog.fromClassPath();
  private static final Pattern COMMAND =
      Pattern.compile("<p class=\"quiet\">([^<]*)</p><pre><code>([^<]*)</code></pre>");

  /** A command with the words before it, and what it would measure. */
  private record Printed(String words, String command, Plan plan) {}

  /** The command of all of the run first, then one for each study. */
  private static List<Printed> printed(Plan measured) throws Exception {
    List<Printed> printed = new ArrayList<>();
    for (MatchResult found :
        COMMAND.matcher(HtmlReport.page(List.of(run(measured)))).results().toList()) {
      String command = text(found.group(2));
      String[] words = Pasted.words(command).toArray(String[]::new);
      printed.add(new Printed(text(found.group(1)), command, plan(words)));
    }
    return printed;
  }

  private static String text(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static Plan plan(String... words) {
    Object command = Spoken.parsed(words);
    return command instanceof CalibrateCommand calibrate
        ? calibrate.bank(CATALOG)
        : ((RunCommand) command).newPlan();
  }

  private static Run run(Plan plan) {
    return new Run(
        new Label("some"),
        Instant.EPOCH,
        Instant.EPOCH,
        plan.card(),
        new Machine("some", new TreeMap<>(), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of()),
        new TimerCost(20, 10, 50),
        plan.studies().stream().map(StudyDescriptor::card).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Arm> armsOf(StudyDescriptor study, Plan plan) {
    return plan.arms().stream().filter(arm -> arm.study().equals(study.id())).toList();
  }

  private static void assertThatEachStudyIsMeasuredAgain(Plan plan, List<Printed> commands) {
    assertThat(commands).hasSameSizeAs(plan.studies());
    for (int i = 0; i < commands.size(); i++) {
      Printed one = commands.get(i);
      assertThat(one.words()).isEqualTo("Measure this study again:");
      assertThat(one.plan().arms())
          .as(one.command())
          .isEqualTo(armsOf(plan.studies().get(i), plan));
      assertThat(one.plan().effort()).isEqualTo(plan.effort());
      assertThat(one.plan().pairs()).isEqualTo(plan.pairs());
      assertThat(one.plan().seed()).isEqualTo(plan.seed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --tour",
        "run --tour --pairs 2 --seed 7",
        "run --study AeadBench$ --effort tour",
        "run --study AeadBench$ --param bytes=64,1024 --method aes256 --pairs 3 --seed=-5",
        "run --study Heap --effort publish",
        "run --study Heap.*Bench$ --param size=1000 --effort smoke",
        "run --study Aead|HeapHold --method aes256|fourWay --effort confirm",
        "run --study Lab$",
        "calibrate --study Aead --pairs 8 --seed 3",
        "calibrate --study Bench --seed=-3"
      })
  void measureWhatTheRunDid(String line) throws Exception {
    Plan plan = plan(line.split(" "));

    List<Printed> commands = printed(plan);

    assertThat(commands.getFirst().plan().card()).isEqualTo(plan.card());
    assertThatEachStudyIsMeasuredAgain(plan, commands.subList(1, commands.size()));
  }

  @Test
  void aCommandThatMeasuresMoreSaysThatItMay() throws Exception {
    Plan plan = plan("run", "--tour", "--effort", "screen");

    List<Printed> commands = printed(plan);

    Printed all = commands.getFirst();
    assertThat(all.words()).startsWith("Take at least these numbers again");
    assertThat(all.plan().arms())
        .as(all.command())
        .containsAll(plan.arms())
        .hasSizeGreaterThan(plan.arms().size());
    assertThatEachStudyIsMeasuredAgain(plan, commands.subList(1, commands.size()));
  }

  @Test
  void aRunThatOneCommandTakesExactlyIsTakenTheSame() throws Exception {
    List<Printed> one = printed(plan("run", "--study", "AeadBench$"));
    List<Printed> tour = printed(plan("run", "--tour"));

    assertThat(one.getFirst().words()).isEqualTo("Take the same numbers again:");
    assertThat(tour.getFirst().words()).isEqualTo("Take the same numbers again:");
    assertThat(tour.getFirst().command()).endsWith(" run --tour --pairs 6");
  }

  @Test
  void noCommandIsPrintedForPartsOfACalibration() throws Exception {
    List<StudyDescriptor> studies = CATALOG.matching("AeadBench$").studies();

    assertThat(printed(CalibrationPlan.session(studies, 6, 1))).isEmpty();
    assertThat(printed(CalibrationPlan.drill(studies, 8, 1))).isEmpty();
  }
}
