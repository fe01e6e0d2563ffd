package dev.sojourn.harness.oracle;

import java.lang.reflect.Field;
import java.util.Arrays;

/** A parameter's text as the type of its field, by the rules of JMH. */
final class ParamValue {
  private ParamValue() {}

  static Object of(Field field, String text) {
    try {
      return convert(field, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "parameter "
              + field.getName()
              + " is of type "
              + field.getType().getSimpleName()
              + ", its value \""
              + text
              + "\" is not; mend the @Param",
          e);
    }
  }

  private static Object convert(Field field, String text) {
    Class<?> type = field.getType();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElseThrow(IllegalArgumentException::new);
    }
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "int", "Integer" -> Integer.valueOf(text);
      case "long", "Long" -> Long.valueOf(text);
      case "short", "Short" -> Short.valueOf(text);
      case "byte", "Byte" -> Byte.valueOf(text);
      case "double", "Double" -> Double.valueOf(text);
      case "float", "Float" -> Float.valueOf(text);
      case "boolean", "Boolean" -> truth(text);
      case "char", "Character" -> character(text);
      default -> throw new IllegalArgumentException("no such parameter type");
    };
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Character character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException("not one character");
    }
    return text.charAt(0);
  }
}
