package dev.sojourn.harness.execute;

import dev.sojourn.harness.InvocationTime;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.execute.study.TinyBench;
import dev.sojourn.results.model.StudyCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Studies made up by tests. */
final class Fixtures {
  private static final int HEAP_MEGABYTES = 64;

  private Fixtures() {}

  static StudyDescriptor study(String name, String fingerprint, String... methods) {
    return study(name, fingerprint, Map.of("size", List.of("1", "2")), methods);
  }

  static StudyDescriptor study(
      String name, String fingerprint, Map<String, List<String>> params, String... methods) {
    return study(name, fingerprint, 10, params, methods);
  }

  /** A study whose every operation is recorded singly. */
  static StudyDescriptor unbatched(Class<?> type, String... methods) {
    return study(type.getName(), "f0", 1, Map.of("size", List.of("1")), methods);
  }

  private static StudyDescriptor study(
      String name,
      String fingerprint,
      int batch,
      Map<String, List<String>> params,
      String... methods) {
    StudyCard card =
        new StudyCard(
            name,
            3,
            "bench",
            "Which one is it?",
            "The second.",
            "",
            methods[0],
            List.of(methods),
            List.of(),
            fingerprint);
    return new StudyDescriptor(
        TinyBench.class,
        card,
        batch,
        0.0,
        HEAP_MEGABYTES,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(methods),
        new TreeMap<>(params),
        InvocationTime.UNKNOWN);
  }

  static StudyDescriptor tiny(String... methods) {
    return study(TinyBench.class.getName(), "f0", methods);
  }
}
