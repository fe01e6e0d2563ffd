package dev.sojourn.results.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.Drill;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A calibration as JSON of format 1, beside the {@code run.json} of the bank it was derived from.
 *
 * <p>Written whole or not at all. Whatever the bytes of a file are, reading it yields a calibration
 * or an exception that names the file.
 */
public final class CalibrationFile {
  /** Name of the file in a run's folder. */
  public static final String NAME = "calibration.json";

  private static final int FORMAT = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String WAY_OUT =
      "derive it again with: calibrate --again --label LABEL, or move the file away";

  private CalibrationFile() {}

  /**
   * Writes a calibration, in place of one that may be there.
   *
   * @param file where to
   * @param calibration the calibration
   * @throws LedgerException when the disk refuses
   */
  public static void write(Path file, Calibration calibration) throws LedgerException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(file, Json.bytes(json(calibration)));
    } catch (IOException e) {
      throw new LedgerException(
          file, "cannot be written: " + e, "make room or make the folder writable", e);
    }
  }

  /**
   * Reads a calibration.
   *
   * @param file where from
   * @return the calibration
   * @throws LedgerException when there is no such file, or it is torn, foreign or of a newer format
   */
  public static Calibration read(Path file) throws LedgerException {
    return Json.read(file, WAY_OUT, CalibrationFile::calibration);
  }

  private static ObjectNode json(Calibration calibration) {
    ObjectNode json = NODES.objectNode();
    json.put("format", FORMAT);
    json.put("label", calibration.label().value());
    json.put("machine", calibration.machine());
    json.put("takenAt", calibration.takenAt().toString());
    json.put("revision", calibration.revision());
    json.put("jvm", calibration.jvm());
    json.set("noise", RunWriter.list(calibration.noise(), CalibrationFile::json));
    RunWriter.number(json, "sessionSigma", calibration.sessionSigma());
    json.set("live", json(calibration.live()));
    json.set("relabelled", json(calibration.relabelled()));
    json.set("power", RunWriter.list(calibration.power(), CalibrationFile::json));
    json.set("drills", RunWriter.list(calibration.drills(), CalibrationFile::json));
    return json;
  }

  private static ObjectNode json(StudyNoise noise) {
    ObjectNode json = RunWriter.arm(noise.arm());
    RunWriter.number(json, "pairSigma", noise.pairSigma());
    RunWriter.number(json, "floor", noise.floor());
    RunWriter.number(json, "minimumDetectableEffect", noise.minimumDetectableEffect());
    return json.put("pairs", noise.pairs());
  }

  private static ObjectNode json(FalseAlarms alarms) {
    return NODES
        .objectNode()
        .put("comparisons", alarms.comparisons())
        .put("falseVerdicts", alarms.falseVerdicts())
        .put("unproven", alarms.unproven());
  }

  private static ObjectNode json(PowerPoint point) {
    ObjectNode json = RunWriter.arm(point.arm());
    RunWriter.number(json, "injected", point.injected());
    return json.put("pairs", point.pairs())
        .put("tried", point.tried())
        .put("caught", point.caught());
  }

  private static ObjectNode json(Drill drill) {
    return NODES
        .objectNode()
        .put("name", drill.name())
        .put("comparisons", drill.comparisons())
        .put("falseVerdicts", drill.falseVerdicts())
        .put("unproven", drill.unproven());
  }

  private static Calibration calibration(Node json) {
    requireFormat(json.optional("format").map(format -> json.longInteger("format")).orElse(-1L));
    return new Calibration(
        new Label(json.text("label")),
        json.text("machine"),
        json.instant("takenAt"),
        json.text("revision"),
        json.text("jvm"),
        json.list("noise", CalibrationFile::noise),
        json.number("sessionSigma"),
        alarms(json.get("live")),
        alarms(json.get("relabelled")),
        json.list("power", CalibrationFile::power),
        json.list("drills", CalibrationFile::drill));
  }

  private static void requireFormat(long format) {
    if (format > FORMAT) {
      throw new Malformed(
          "format %d is newer than this tool reads (%d): update the tool"
              .formatted(format, FORMAT));
    }
    if (format < 1) {
      throw new Malformed("no calibration of this tool: it has no \"format\"");
    }
  }

  private static StudyNoise noise(Node json) {
    return new StudyNoise(
        RunReader.arm(json),
        json.number("pairSigma"),
        json.number("floor"),
        json.number("minimumDetectableEffect"),
        json.integer("pairs"));
  }

  private static FalseAlarms alarms(Node json) {
    int comparisons = json.integer("comparisons");
    return new FalseAlarms(
        comparisons,
        part(json, "falseVerdicts", comparisons),
        json.optional("unproven").isPresent() ? part(json, "unproven", Integer.MAX_VALUE) : 0);
  }

  private static PowerPoint power(Node json) {
    int tried = json.integer("tried");
    return new PowerPoint(
        RunReader.arm(json),
        json.number("injected"),
        json.integer("pairs"),
        tried,
        part(json, "caught", tried));
  }

  private static Drill drill(Node json) {
    int comparisons = json.integer("comparisons");
    return new Drill(
        json.text("name"),
        comparisons,
        part(json, "falseVerdicts", comparisons),
        part(json, "unproven", comparisons));
  }

  /** A count that is part of another. */
  private static int part(Node json, String name, int whole) {
    int part = json.integer(name);
    if (part < 0 || part > whole) {
      throw new Malformed("'%s' must be 0 to %d, was %d".formatted(name, whole, part));
    }
    return part;
  }
}
