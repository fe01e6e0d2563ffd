package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the reference parser of OpenMetrics, that of Prometheus' client for Python, makes of the
 * export; skipped where it is not installed.
 */
class OpenMetricsReferenceTest {
  private static final String NOT_INSTALLED =
      "no reference parser of OpenMetrics here: install python3-prometheus-client to run this";

  /** The user's own, and the one that packages of the system are installed for. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  private static final int MISSING = 77;

  /** For each file its families; a file that breaks a rule ends it with the rule's name. */
  private static final String PROGRAM =
      """
      import json, sys
      try:
          from prometheus_client.openmetrics.parser import text_string_to_metric_families
      except ImportError:
          sys.exit(77)
      files = []
      for name in sys.argv[1:]:
          with open(name, encoding='utf-8', newline='') as file:
              try:
                  families = list(text_string_to_metric_families(file.read()))
              except ValueError as problem:
                  sys.exit(name + ': ' + str(problem))
          files.append({f.name: {'type': f.type, 'unit': f.unit, 'samples': len(f.samples)}
                        for f in families})
      print(json.dumps(files))
      """;

  @TempDir private Path folder;

  @Test
  void itTakesEveryRunAndMissesNoSample() throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    OddRuns.all().forEach((name, run) -> texts.put(name, OpenMetricsReport.run(run)));
    texts.put("names alike", OpenMetricsReport.run(namesAlike()));

    JsonNode read = parsed(List.copyOf(texts.values()));

    int i = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      JsonNode families = read.get(i++);
      long samples = text.getValue().lines().filter(line -> !line.startsWith("#")).count();
      assertThat(values(families).mapToLong(family -> family.get("samples").asLong()).sum())
          .as(text.getKey())
          .isEqualTo(samples);
    }
  }

  @Test
  void itReadsTypesAndUnits() throws Exception {
    JsonNode families = parsed(List.of(OpenMetricsReport.run(OddRuns.named("typical")))).get(0);

    assertThat(families.at("/sojourn_latency_seconds/type").asText()).isEqualTo("histogram");
    assertThat(families.at("/sojourn_latency_seconds/unit").asText()).isEqualTo("seconds");
    assertThat(families.at("/sojourn_time_seconds/type").asText()).isEqualTo("gauge");
    assertThat(families.at("/sojourn_allocation_bytes/unit").asText()).isEqualTo("bytes");
    assertThat(families.at("/sojourn_failed/samples").asInt()).isEqualTo(1);
  }

  private static Run namesAlike() {
    Arm arm = Arm.of("a.B", "m", Map.of("a.b", "1", "a_b", "2", "le", "3"));
    return SyntheticRun.of(1, 2).time(arm, 10).tail(arm, 1, 10, 100).build();
  }

  private static Stream<JsonNode> values(JsonNode object) {
    List<JsonNode> values = new ArrayList<>();
    object.elements().forEachRemaining(values::add);
    return values.stream();
  }

  private JsonNode parsed(List<String> texts) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-c", PROGRAM));
    for (int i = 0; i < texts.size(); i++) {
      arguments.add(Files.writeString(folder.resolve(i + ".txt"), texts.get(i)).toString());
    }
    Path out = folder.resolve("out.json");
    Path err = folder.resolve("err.txt");
    int exit = MISSING;
    for (int i = 0; i < PYTHONS.size() && exit == MISSING; i++) {
      exit = exit(PYTHONS.get(i), arguments, out, err);
    }
    assumeTrue(exit != MISSING, NOT_INSTALLED);
    assertThat(exit).as(Files.readString(err, StandardCharsets.UTF_8)).isZero();
    return new ObjectMapper().readTree(out.toFile());
  }

  private static int exit(String python, List<String> arguments, Path out, Path err)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (IOException noPython) {
      return MISSING;
    }
  }
}
