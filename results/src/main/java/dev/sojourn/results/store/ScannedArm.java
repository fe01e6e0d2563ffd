package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import dev.sojourn.results.model.Arm;
import java.io.IOException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The arm that an object begins with, field by field. Neighbours are mostly of one arm, which is
 * then one object.
 */
final class ScannedArm {
  private @Nullable Arm last;
  private @Nullable String study;
  private @Nullable String method;
  private @Nullable SortedMap<String, String> params;
  private boolean asked;

  /** Begins with the next object. */
  void begin() {
    study = null;
    method = null;
    params = null;
    asked = false;
  }

  /** Takes a field if it is of the arm; one that comes after the arm was asked for is refused. */
  boolean take(String field, JsonParser json) throws IOException {
    switch (field) {
      case "study" -> study = Scan.text(json);
      case "method" -> method = Scan.text(json);
      case "params" -> params = Scan.map(json, Scan::text);
      default -> {
        return false;
      }
    }
    Scan.require(!asked);
    return true;
  }

  /** The arm, all of whose fields must have come. */
  Arm arm() {
    if (study == null || method == null || params == null) {
      throw new Malformed("");
    }
    asked = true;
    if (last == null
        || !last.study().equals(study)
        || !last.method().equals(method)
        || !last.params().equals(params)) {
      last = new Arm(study, method, params);
    }
    return last;
  }
}
