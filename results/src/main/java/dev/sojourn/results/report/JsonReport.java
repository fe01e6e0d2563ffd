package dev.sojourn.results.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Two runs compared, for programs: the format others build on, named by its {@code format} number.
 */
public final class JsonReport {
  /** Number of the format; it changes only when a reader of the old one would be misled. */
  public static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /**
   * Every comparison of two runs, equivalent ones included, and what was not compared or only by
   * force.
   *
   * @param comparison two runs compared
   * @return one JSON object; {@code ratio}, {@code low} and {@code high} are null where there is no
   *     such number
   */
  public static String comparison(RunComparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("before", comparison.before().label().value());
    root.put("after", comparison.after().label().value());
    ArrayNode comparisons = root.putArray("comparisons");
    comparison.comparisons().forEach(c -> write(c, comparisons.addObject()));
    ArrayNode warnings = root.putArray("warnings");
    comparison.warnings().forEach(warnings::add);
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }

  private static void write(Comparison c, ObjectNode node) {
    node.put("study", c.subject().study());
    node.put("method", c.subject().method());
    ObjectNode params = node.putObject("params");
    c.subject().params().forEach(params::put);
    node.put("metric", c.metric().name());
    number(node, "ratio", c.ratio());
    number(node, "low", c.low());
    number(node, "high", c.high());
    node.put("verdict", c.verdict().word());
    node.put("reason", c.verdict().reason());
  }

  /**
   * Nine digits are more than any ratio has and fewer than two processors' logarithms differ in.
   */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, new BigDecimal(value).round(new MathContext(9)).doubleValue());
    } else {
      node.putNull(name);
    }
  }
}
