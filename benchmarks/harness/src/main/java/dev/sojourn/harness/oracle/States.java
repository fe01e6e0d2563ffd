package dev.sojourn.harness.oracle;

import dev.sojourn.harness.Workload;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;

/**
 * The objects one benchmark method works on: made, filled with parameters, set up and torn down as
 * JMH does it.
 */
final class States {
  private static final String BLACKHOLE_CHALLENGE =
      "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";

  private final Map<String, String> point;
  private final Blackhole blackhole = new Blackhole(BLACKHOLE_CHALLENGE);

  /** In the order of set-up: whatever a set-up method asks for comes before its owner. */
  private final SequencedMap<Class<?>, Object> objects = new LinkedHashMap<>();

  private States(Map<String, String> point) {
    this.point = point;
  }

  static States of(Class<?> study, Method benchmark, Map<String, String> point) throws Throwable {
    States states = new States(point);
    states.add(study);
    for (Class<?> argument : benchmark.getParameterTypes()) {
      states.argument(argument);
    }
    return states;
  }

  Object get(Class<?> type) {
    Object state = objects.get(type);
    if (state == null) {
      throw new IllegalStateException("no state of type " + type.getName());
    }
    return state;
  }

  Object[] argumentsOf(Method method) throws Throwable {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(types[i]);
    }
    return arguments;
  }

  void setUp(Level level) throws Throwable {
    for (Class<?> type : List.copyOf(objects.keySet())) {
      call(type, Setup.class, level);
    }
  }

  void tearDown(Level level) throws Throwable {
    for (Class<?> type : List.copyOf(objects.sequencedKeySet().reversed())) {
      call(type, TearDown.class, level);
    }
  }

  boolean hasFixtures(Level level) {
    return objects.keySet().stream()
        .anyMatch(
            type ->
                !fixtures(type, Setup.class, level).isEmpty()
                    || !fixtures(type, TearDown.class, level).isEmpty());
  }

  /** Calls a method, handing on what it throws as thrown. */
  static Object invoke(Method method, Object target, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void call(Class<?> type, Class<? extends Annotation> fixture, Level level)
      throws Throwable {
    for (Method method : fixtures(type, fixture, level)) {
      method.setAccessible(true);
      invoke(method, get(type), argumentsOf(method));
    }
  }

  private Object argument(Class<?> type) throws Throwable {
    if (type == Blackhole.class) {
      return blackhole;
    }
    if (type == Control.class) {
      return new Control(); // nothing is ever measured here
    }
    if (!type.isAnnotationPresent(State.class)) {
      throw new IllegalArgumentException(
          "an argument of type "
              + type.getName()
              + " exists only inside JMH; take a @State instead, so that answers can be compared");
    }
    add(type);
    return get(type);
  }

  private void add(Class<?> type) throws Throwable {
    if (objects.containsKey(type)) {
      return;
    }
    List<Method> fixtures = new ArrayList<>(Workload.fixtures(type, Setup.class));
    fixtures.addAll(Workload.fixtures(type, TearDown.class));
    for (Method fixture : fixtures) {
      for (Class<?> needed : fixture.getParameterTypes()) {
        if (needed != type) {
          argument(needed);
        }
      }
    }
    objects.put(type, create(type));
  }

  private Object create(Class<?> type) throws Throwable {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object state = newInstance(constructor);
    for (Field field : Workload.paramFields(type)) {
      String value = point.get(field.getName());
      if (value == null) {
        throw new IllegalArgumentException(
            "parameter "
                + field.getName()
                + " of "
                + type.getName()
                + " has no value at the point "
                + point);
      }
      field.setAccessible(true);
      field.set(state, ParamValue.of(field, value));
    }
    return state;
  }

  private static Object newInstance(Constructor<?> constructor) throws Throwable {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static List<Method> fixtures(
      Class<?> type, Class<? extends Annotation> fixture, Level level) {
    return Workload.fixtures(type, fixture).stream()
        .filter(method -> level(method, fixture) == level)
        .toList();
  }

  private static Level level(Method method, Class<? extends Annotation> fixture) {
    return fixture == Setup.class
        ? method.getAnnotation(Setup.class).value()
        : method.getAnnotation(TearDown.class).value();
  }
}
