package dev.sojourn.harness;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What JMH's annotations say of a benchmark class: its methods, the states they need, and the
 * parameters of those.
 *
 * <p>JMH reads the annotations when it generates code and keeps too little of them for a listing;
 * here the compiled class is read again, by the same rules.
 */
public final class Workload {
  private Workload() {}

  /**
   * The benchmark methods of a class and of its superclasses.
   *
   * @param type benchmark class
   * @return in the order of declaration
   */
  public static List<Method> benchmarks(Class<?> type) {
    List<String> order = Bytecode.methodNames(type);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class) && !method.isBridge())
        .sorted(
            Comparator.comparingInt((Method method) -> rank(order, method.getName()))
                .thenComparing(Method::getName))
        .toList();
  }

  /**
   * The state classes one benchmark method needs: its own class, its arguments, and what their
   * set-up asks for.
   *
   * @param type benchmark class
   * @param benchmark one of its methods
   * @return the benchmark class first
   */
  public static Set<Class<?>> states(Class<?> type, Method benchmark) {
    Set<Class<?>> states = new LinkedHashSet<>();
    collect(type, states);
    Arrays.stream(benchmark.getParameterTypes()).forEach(state -> collect(state, states));
    return states;
  }

  /**
   * The declared parameter values of some states.
   *
   * @param states state classes
   * @return values by parameter, in the order they were declared
   */
  public static SortedMap<String, List<String>> params(Set<Class<?>> states) {
    SortedMap<String, List<String>> params = new TreeMap<>();
    for (Class<?> state : states) {
      for (Field field : paramFields(state)) {
        List<String> values = values(field);
        List<String> others = params.putIfAbsent(field.getName(), values);
        if (others != null && !others.equals(values)) {
          throw new IllegalArgumentException(
              "parameter "
                  + field.getName()
                  + " is declared with values "
                  + others
                  + " and with "
                  + values
                  + "; declare it once, or alike");
        }
      }
    }
    return params;
  }

  /**
   * The parameter fields of a state class and of its superclasses.
   *
   * @param state state class
   * @return superclass first
   */
  public static List<Field> paramFields(Class<?> state) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> type : lineage(state)) {
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(Param.class))
          .forEach(fields::add);
    }
    return fields;
  }

  /**
   * The set-up or tear-down methods of a state class and of its superclasses; an overridden method
   * counts once.
   *
   * @param state state class
   * @param fixture {@link Setup} or {@link TearDown}
   * @return superclass first, by name within a class, as JMH calls them
   */
  public static List<Method> fixtures(Class<?> state, Class<? extends Annotation> fixture) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : lineage(state)) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(fixture) && !method.isBridge())
          .sorted(Comparator.comparing(Method::getName))
          .forEach(method -> addOrReplace(methods, method));
    }
    return methods;
  }

  private static void addOrReplace(List<Method> methods, Method method) {
    methods.removeIf(
        other ->
            other.getName().equals(method.getName())
                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())
                && !Modifier.isPrivate(other.getModifiers()));
    methods.add(method);
  }

  private static void collect(Class<?> state, Set<Class<?>> states) {
    if (!states.add(state)) {
      return;
    }
    for (Class<? extends Annotation> fixture : List.of(Setup.class, TearDown.class)) {
      fixtures(state, fixture).stream()
          .flatMap(method -> Arrays.stream(method.getParameterTypes()))
          .filter(argument -> argument.isAnnotationPresent(State.class))
          .forEach(argument -> collect(argument, states));
    }
  }

  private static List<String> values(Field field) {
    String[] declared = field.getAnnotation(Param.class).value();
    if (!Arrays.equals(declared, new String[] {Param.BLANK_ARGS})) {
      return List.of(declared);
    }
    if (field.getType().isEnum()) {
      return Arrays.stream(field.getType().getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .toList();
    }
    throw new IllegalArgumentException(
        "parameter " + field.getName() + " declares no value; write @Param({\"...\"})");
  }

  private static List<Class<?>> lineage(Class<?> state) {
    List<Class<?>> lineage = new ArrayList<>();
    for (Class<?> type = state; type != null && type != Object.class; type = type.getSuperclass()) {
      lineage.addFirst(type);
    }
    return lineage;
  }

  private static int rank(List<String> order, String name) {
    int place = order.indexOf(name);
    return place < 0 ? Integer.MAX_VALUE : place;
  }
}
