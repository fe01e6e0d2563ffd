package dev.sojourn.results.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * How values along an axis are written. The page's script writes those of a zoomed plot, so it is
 * told by a word which way is meant.
 */
sealed interface TickWords {
  /** Numbers as {@link Units#compact} writes them. */
  TickWords COUNT = new Numbers("count", Units::compact);

  /** Nanoseconds as {@link Units#compactTime} writes them. */
  TickWords TIME = new Numbers("time", Units::compactTime);

  /** Shares of a distribution by their {@link Nines}. */
  TickWords NINES = new Numbers("nines", Nines::label);

  /** The word the script knows. */
  String kind();

  /** What is written at a value. */
  Name at(double value);

  /** Names at certain values, nothing between them. */
  static TickWords names(Map<Double, String> names) {
    SortedMap<Double, Name> places = new TreeMap<>();
    names.forEach((place, name) -> places.put(place, new Name(name, name)));
    return new Names(places);
  }

  /**
   * A name along an axis.
   *
   * @param shown what there is room for
   * @param whole all of it
   */
  record Name(String shown, String whole) {}

  /**
   * Any number.
   *
   * @param kind the word the script knows
   * @param label how a number is written
   */
  record Numbers(String kind, DoubleFunction<String> label) implements TickWords {
    @Override
    public Name at(double value) {
      String text = label.apply(value);
      return new Name(text, text);
    }
  }

  /**
   * Certain values only.
   *
   * @param places their names
   */
  record Names(SortedMap<Double, Name> places) implements TickWords {
    public Names {
      places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    @Override
    public String kind() {
      return "names";
    }

    @Override
    public Name at(double value) {
      return Objects.requireNonNull(places.get(value), "a tick where nothing has a name");
    }

    /** All of them for the script: place, name and, where that is more, all of the name. */
    String json() {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      places.forEach(
          (place, name) -> {
            ArrayNode one = all.addArray().add(place).add(name.shown());
            if (!name.whole().equals(name.shown())) {
              one.add(name.whole());
            }
          });
      return all.toString();
    }
  }
}
