package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run's tails off its file, their histograms yet to be found. */
final class TailScan {
  private final ScannedArm arm = new ScannedArm();

  /** A tail whose histograms are still names of files. */
  record Named(Arm arm, String view, int batch, List<Fork> forks) {
    Tail tail(RunReader.Histograms histograms) {
      return new Tail(arm, view, batch, forks.stream().map(fork -> fork.tail(histograms)).toList());
    }
  }

  /** One fork of such a tail. */
  record Fork(int round, long count, String histogram) {
    Tail.ForkTail tail(RunReader.Histograms histograms) {
      return new Tail.ForkTail(round, histograms.read(histogram, count));
    }
  }

  Named tail(JsonParser json) throws IOException {
    arm.begin();
    String view = Tail.LATENCY;
    Integer batch = null;
    List<Fork> forks = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (arm.take(field, json)) {
        continue;
      }
      switch (field) {
        case "view" -> view = Scan.text(json);
        case "batch" -> batch = Scan.integer(json);
        case "forks" -> forks = Scan.objects(json, TailScan::fork);
        default -> json.skipChildren();
      }
    }
    if (batch == null || forks == null) {
      throw new Malformed("");
    }
    return new Named(arm.arm(), view, batch, forks);
  }

  private static Fork fork(JsonParser json) throws IOException {
    Integer round = null;
    Long count = null;
    @Nullable String histogram = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "round" -> round = Scan.integer(json);
        case "count" -> count = Scan.longInteger(json);
        case "histogram" -> histogram = Scan.text(json);
        default -> json.skipChildren();
      }
    }
    if (round == null || count == null || histogram == null) {
      throw new Malformed("");
    }
    return new Fork(round, count, histogram);
  }
}
