package dev.sojourn.harness.oracle;

import dev.sojourn.harness.Deferred;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one number: equal answers give equal numbers, unequal ones hardly ever do.
 *
 * <p>Whole numbers count by value, whatever their width, so that a method answering {@code int} can
 * agree with one answering {@code long}. Arrays, lists and records count by their elements, sets
 * and maps without regard to order, {@linkplain Deferred deferred} answers by what they work out,
 * anything else by its own {@code hashCode}.
 */
public final class AnswerDigest {
  /*
   * Implementation notes. Scalars are mixed by a bijection of 64 bits, so two different numbers
   * never meet. Sequences are folded with a multiplier, unordered ones by a sum of mixed
   * elements.
   */
  private static final long NOTHING = 0x9E37_79B9_7F4A_7C15L;
  private static final long FOLD = 0xD134_2543_DE82_EF95L;
  private static final long REAL = 1;
  private static final long TEXT = 2;
  private static final long SEQUENCE = 3;
  private static final long UNORDERED = 4;
  private static final long OTHER = 5;

  private AnswerDigest() {}

  /**
   * The number of an answer.
   *
   * @param answer what a benchmark method returned
   * @return its digest
   * @throws IllegalArgumentException when the answer's type has neither content known here nor a
   *     hash of its own
   */
  public static long of(@Nullable Object answer) {
    return switch (answer) {
      case null -> NOTHING;
      case Boolean b -> mix(b ? 1 : 0);
      case Character c -> mix(c);
      case Byte b -> mix(b);
      case Short s -> mix(s);
      case Integer i -> mix(i);
      case Long l -> mix(l);
      case Float f -> fold(REAL, Double.doubleToLongBits(f));
      case Double d -> fold(REAL, Double.doubleToLongBits(d));
      case Enum<?> e -> text(e.name());
      case CharSequence chars -> text(chars);
      case Optional<?> optional -> of(optional.orElse(null));
      case List<?> list -> sequence(list);
      case Set<?> set -> unordered(set);
      case Map<?, ?> map -> unordered(map.entrySet());
      case Map.Entry<?, ?> entry -> fold(of(entry.getKey()), of(entry.getValue()));
      case Deferred deferred -> of(deferred.answer());
      case Record r -> components(r);
      default -> answer.getClass().isArray() ? elements(answer) : other(answer);
    };
  }

  /**
   * Adds a number to a running digest; the order of additions counts.
   *
   * @param sum the digest so far
   * @param next the number to add
   * @return the new digest
   */
  static long fold(long sum, long next) {
    return mix(sum * FOLD + next);
  }

  private static long text(CharSequence chars) {
    long sum = TEXT;
    for (int i = 0; i < chars.length(); i++) {
      sum = fold(sum, chars.charAt(i));
    }
    return sum;
  }

  private static long sequence(List<?> list) {
    long sum = SEQUENCE;
    for (Object element : list) {
      sum = fold(sum, of(element));
    }
    return sum;
  }

  private static long elements(Object array) {
    long sum = SEQUENCE;
    for (int i = 0; i < Array.getLength(array); i++) {
      sum = fold(sum, of(Array.get(array, i)));
    }
    return sum;
  }

  private static long unordered(Set<?> set) {
    long sum = 0;
    for (Object element : set) {
      sum += mix(of(element));
    }
    return fold(UNORDERED, sum);
  }

  private static long components(Record answer) {
    long sum = SEQUENCE;
    for (RecordComponent component : answer.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        sum = fold(sum, of(component.getAccessor().invoke(answer)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(component + " of an answer cannot be read", e);
      }
    }
    return sum;
  }

  private static long other(Object answer) {
    if (hasOwnHash(answer.getClass())) {
      return fold(OTHER, answer.hashCode());
    }
    throw new IllegalArgumentException(
        "answers of type "
            + answer.getClass().getName()
            + " cannot be compared; return a number, a text, an array, a record, or give the type a"
            + " hashCode");
  }

  private static boolean hasOwnHash(Class<?> type) {
    try {
      return type.getMethod("hashCode").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no hashCode, which every class has", e);
    }
  }

  private static long mix(long value) {
    long z = value + NOTHING;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
