package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the machine did beside each fork, off a run's file, the hiccups yet to be found. */
final class ConditionsScan {
  private final ScannedArm arm = new ScannedArm();
  private final Predicate<Arm> wanted;

  /** A scan of the forks of some arms; those of others are passed over. */
  ConditionsScan(Predicate<Arm> wanted) {
    this.wanted = wanted;
  }

  /** A fork whose hiccups are still the name of a file, if it has any. */
  record Named(ForkConditions fork, @Nullable String hiccups, long count) {
    ForkConditions conditions(RunReader.Histograms histograms) {
      return hiccups == null
          ? fork
          : new ForkConditions(
              fork.arm(),
              fork.round(),
              fork.position(),
              fork.attempt(),
              fork.fate(),
              fork.reason(),
              fork.facts(),
              fork.discardedScores(),
              Optional.of(histograms.read(hiccups, count)));
    }
  }

  Optional<Named> fork(JsonParser json) throws IOException {
    arm.begin();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      Scan.require(arm.take(field, json));
      if (field.equals("params")) {
        return wanted.test(arm.arm())
            ? Optional.of(new Fields().fork(arm.arm(), json))
            : passedOver(json);
      }
    }
    throw new Malformed("");
  }

  private Optional<Named> passedOver(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      Scan.require(!arm.take(field, json));
      json.skipChildren();
    }
    return Optional.empty();
  }

  /** All that follows the arm. */
  private static final class Fields {
    private @Nullable Integer round;
    private @Nullable Integer position;
    private @Nullable Integer attempt;
    private ForkConditions.@Nullable Fate fate;
    private @Nullable String reason;
    private @Nullable SortedMap<String, Double> facts;
    private @Nullable List<Double> discarded;
    private @Nullable String hiccups;
    private @Nullable Long count;

    Named fork(Arm arm, JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        take(field, json);
      }
      if (round == null
          || position == null
          || attempt == null
          || fate == null
          || reason == null
          || facts == null
          || discarded == null
          || (hiccups == null) != (count == null)) {
        throw new Malformed("");
      }
      ForkConditions fork =
          new ForkConditions(
              arm, round, position, attempt, fate, reason, facts, discarded, Optional.empty());
      return new Named(fork, hiccups, count == null ? 0 : count);
    }

    private void take(String field, JsonParser json) throws IOException {
      switch (field) {
        case "study", "method", "params" -> throw new Malformed("");
        case "round" -> round = Scan.integer(json);
        case "position" -> position = Scan.integer(json);
        case "attempt" -> attempt = Scan.integer(json);
        case "fate" -> fate = RunReader.fate(Scan.text(json));
        case "reason" -> reason = Scan.text(json);
        case "facts" -> facts = Scan.map(json, Scan::number);
        case "discardedScores" -> discarded = Scan.numbers(json);
        case "hiccups" -> hiccups = Scan.text(json);
        case "hiccupCount" -> count = Scan.longInteger(json);
        default -> json.skipChildren();
      }
    }
  }
}
