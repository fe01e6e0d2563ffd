package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;

import dev.sojourn.results.compare.ClopperPearson;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.Drill;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a calibration found, for a terminal and for a document. */
public final class CalibrationReport {
  private CalibrationReport() {}

  /**
   * A calibration for a terminal.
   *
   * @param calibration the calibration
   * @param bank the run it was derived from
   * @param style whether words may be coloured
   * @return lines, each ended by a line feed
   */
  public static String text(Calibration calibration, Run bank, Style style) {
    TextPage page = new TextPage(style);
    page.heading("Calibration " + calibration.label());
    sentences(calibration, bank).forEach(sentence -> page.paragraph("  ", sentence));
    CalibrationTable cells = new CalibrationTable(calibration);
    String[] heads = cells.heads().toArray(String[]::new);
    TextTable table = new TextTable("ww" + "r".repeat(heads.length - 2), heads);
    cells.rows().forEach(row -> table.row(row.toArray(String[]::new)));
    page.gap();
    page.table("  ", table);
    return page.toString();
  }

  /**
   * A calibration for a document.
   *
   * @param calibration the calibration
   * @param bank the run it was derived from
   * @return GitHub-flavoured Markdown, lines ended by a line feed
   */
  public static String markdown(Calibration calibration, Run bank) {
    StringBuilder out = new StringBuilder();
    out.append("Calibration ").append(escaped(calibration.label().value())).append(":\n\n");
    sentences(calibration, bank).forEach(s -> out.append("- ").append(escaped(s)).append('\n'));
    CalibrationTable table = new CalibrationTable(calibration);
    out.append('\n').append(line(table.longHeads()));
    out.append("|---|---|").append("---:|".repeat(table.heads().size() - 2)).append('\n');
    table.rows().forEach(row -> out.append(line(row.stream().map(MarkdownText::escaped).toList())));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static List<String> sentences(Calibration calibration, Run bank) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "machine %s, %s, revision %s, taken at %s"
            .formatted(
                calibration.machine(),
                calibration.jvm(),
                calibration.revision(),
                calibration.takenAt()));
    sentences.add(live(calibration.live()));
    sentences.add(relabelled(calibration.relabelled()));
    sentences.add(
        Double.isFinite(calibration.sessionSigma())
            ? "sessions of the same code lie apart by a sigma of "
                + CalibrationTable.share(calibration.sessionSigma())
            : "how far sessions of the same code lie apart is not known: that takes two sessions");
    calibration.drills().forEach(drill -> sentences.add(words(drill)));
    InjectedWords.of(bank).ifPresent(sentences::add);
    sentences.add(columns(calibration));
    return Collections.unmodifiableList(sentences);
  }

  private static String live(FalseAlarms live) {
    ClopperPearson interval = ClopperPearson.of(live.falseVerdicts(), live.comparisons());
    String withheld =
        live.unproven() == 0
            ? ""
            : "; %d more withheld as unproven, which count for neither side"
                .formatted(live.unproven());
    return "false verdicts on identical code: %s, 95 %% interval %s to %s%s"
        .formatted(
            words(live),
            CalibrationTable.share(interval.low()),
            CalibrationTable.share(interval.high()),
            withheld);
  }

  private static String relabelled(FalseAlarms relabelled) {
    return "relabelled neighbouring forks of identical code: %s; they overlap, so the number gives no"
            .formatted(words(relabelled))
        + " interval";
  }

  static String words(FalseAlarms alarms) {
    return String.format(
        Locale.ROOT,
        "%d of %d (%s)",
        alarms.falseVerdicts(),
        alarms.comparisons(),
        CalibrationTable.share(alarms.rate()));
  }

  private static String columns(Calibration calibration) {
    int pairs = calibration.noise().stream().mapToInt(StudyNoise::pairs).max().orElse(0);
    int tries = calibration.power().stream().mapToInt(PowerPoint::tried).max().orElse(0);
    return "noise is the standard deviation of one pair of identical code; no margin lies below the"
        + " floor; the effect is the smallest that %s usually show; the last columns say how often"
            .formatted(Words.counted(pairs, "pair"))
        + " a slowdown was caught in %s".formatted(Words.counted(tries, "try", "tries"));
  }

  private static String words(Drill drill) {
    return "drill %s: of %s %d false, %d withheld as unproven"
        .formatted(
            drill.name(),
            Words.counted(drill.comparisons(), "comparison"),
            drill.falseVerdicts(),
            drill.unproven());
  }
}
