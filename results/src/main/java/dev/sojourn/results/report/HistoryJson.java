package dev.sojourn.results.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.compare.History;
import java.util.Locale;

/** The history of a study for programs, named by its {@code format} number. */
public final class HistoryJson {
  /** Number of the format; it changes only when a reader of the old one would be misled. */
  public static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private HistoryJson() {}

  /**
   * Every track, piece, session and change.
   *
   * @param history a history
   * @return one JSON object; numbers that are none are null
   */
  public static String of(History history) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("study", history.study());
    history.tracks().forEach(track -> write(track, root.withArray("tracks").addObject()));
    root.withArray("tracks");
    root.withArray("skipped");
    for (History.Skipped skipped : history.skipped()) {
      ObjectNode node = root.withArray("skipped").addObject();
      node.put("label", skipped.label().value()).put("reason", skipped.reason());
    }
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }

  private static void write(History.Track track, ObjectNode node) {
    node.put("method", track.arm().method());
    ObjectNode params = node.putObject("params");
    track.arm().params().forEach(params::put);
    node.put("metric", track.metric().name()).put("unit", track.metric().unit());
    node.put("place", track.place());
    for (History.Piece piece : track.pieces()) {
      ObjectNode child = node.withArray("pieces").addObject();
      child.put("reason", piece.reason());
      child.putArray("points");
      child.putArray("changes");
      piece.points().forEach(p -> write(p, child.withArray("points").addObject()));
      piece.changes().forEach(c -> write(c, child.withArray("changes").addObject()));
    }
  }

  private static void write(History.Point point, ObjectNode node) {
    node.put("label", point.label().value()).put("startedAt", point.startedAt().toString());
    number(node, "value", point.value());
    number(node, "standardError", point.standardError());
    node.put("forks", point.forks());
    node.put("revision", point.revision());
  }

  private static void write(History.Change change, ObjectNode node) {
    node.put("label", change.label().value()).put("startedAt", change.startedAt().toString());
    number(node, "ratio", change.ratio());
    node.put("state", change.state().name().toLowerCase(Locale.ROOT));
    node.put("reason", change.reason());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
