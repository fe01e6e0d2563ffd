package dev.sojourn.harness.duel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A jar and the way its JMH is started.
 *
 * @param jar the jar
 * @param command the command line up to JMH's own arguments
 * @param benchmarks declared parameter values by parameter and benchmark, as the jar lists them
 */
public record Contender(
    JmhJar jar, List<String> command, Map<String, Map<String, List<String>>> benchmarks) {
  /*
   * Implementation notes. JMH's own main class is asked for by name, because a jar may have another
   * one in its manifest; where it is not to be found, the jar's own is asked. Parameters come from
   * what JMH prints, because the values in the jar's list are encoded, each age of JMH in its way.
   */
  private static final String JMH_MAIN = "org.openjdk.jmh.Main";
  private static final String LIST_WITH_PARAMETERS = "-lp";
  private static final String NO_MAIN = "Could not find or load main class";
  private static final String TOO_OLD = "UnsupportedClassVersionError";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Copies lists and maps. */
  public Contender {
    command = List.copyOf(command);
    benchmarks = Map.copyOf(benchmarks);
  }

  /**
   * Asks a jar for its benchmarks.
   *
   * @param jar the jar
   * @param java runs it
   * @return the contender
   * @throws DuelException if the jar does not answer
   * @throws InterruptedException if interrupted meanwhile
   */
  public static Contender of(JmhJar jar, JavaProgram java)
      throws DuelException, InterruptedException {
    if (jar.requiredJava() > java.feature()) {
      throw needsNewer(jar, java, "Java " + jar.requiredJava() + " or newer");
    }
    String program = java.path().toString();
    List<String> byName = List.of(program, "-cp", jar.file().toString(), JMH_MAIN);
    ChildProcess.Ended ended = list(byName, jar);
    if (!ended.well() && contains(ended, NO_MAIN)) {
      List<String> byManifest = List.of(program, "-jar", jar.file().toString());
      return listed(jar, java, byManifest, list(byManifest, jar));
    }
    return listed(jar, java, byName, ended);
  }

  private static ChildProcess.Ended list(List<String> command, JmhJar jar)
      throws DuelException, InterruptedException {
    try {
      List<String> asked = new ArrayList<>(command);
      asked.add(LIST_WITH_PARAMETERS);
      return ChildProcess.run(asked, LIMIT);
    } catch (IOException e) {
      throw new DuelException(
          jar.file() + ": java cannot be started (" + e.getMessage() + "); name one with --jvm");
    }
  }

  private static Contender listed(
      JmhJar jar, JavaProgram java, List<String> command, ChildProcess.Ended ended)
      throws DuelException {
    if (contains(ended, TOO_OLD)) {
      throw needsNewer(jar, java, "a newer Java");
    }
    Map<String, Map<String, List<String>>> benchmarks = BenchmarkListing.parse(ended.output());
    if (!ended.well() || benchmarks.isEmpty()) {
      throw new DuelException(
          "%s: JMH lists no benchmark (%s); try: %s %s"
              .formatted(
                  jar.file(),
                  ended.late() ? "no answer in " + LIMIT.toMinutes() + " min" : firstLine(ended),
                  String.join(" ", command),
                  LIST_WITH_PARAMETERS));
    }
    return new Contender(jar, command, new TreeMap<>(benchmarks));
  }

  private static DuelException needsNewer(JmhJar jar, JavaProgram java, String needed) {
    return new DuelException(
        "%s: needs %s, and %s is Java %d; name another with --jvm"
            .formatted(jar.file(), needed, java.path(), java.feature()));
  }

  private static boolean contains(ChildProcess.Ended ended, String text) {
    return ended.output().stream().anyMatch(line -> line.contains(text));
  }

  private static String firstLine(ChildProcess.Ended ended) {
    return ended.output().stream()
        .filter(line -> !line.startsWith("WARNING"))
        .findFirst()
        .orElse("exit code " + ended.exitCode());
  }
}
