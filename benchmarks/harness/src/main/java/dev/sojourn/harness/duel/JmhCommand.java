package dev.sojourn.harness.duel;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.execute.ForkArguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that makes a jar's JMH measure one benchmark at one point in one fork.
 *
 * <p>The JVM of JMH itself bears the mark of this process's children. Its fork does not: JMH hands
 * on no argument of its own once the command line names some, and a grandchild with that mark would
 * be taken for one that was left behind.
 *
 * @param contender the jar
 * @param bout benchmark and point
 * @param shape what happens inside the fork; latencies are not recorded, so its tail is left out
 */
record JmhCommand(Contender contender, Bout bout, ForkShape shape) {
  /** The words; JMH adds what the annotations append or prepend by itself. */
  List<String> words(List<String> jvmArguments, Path result) throws DuelException {
    List<String> words = new ArrayList<>(contender.command());
    words.add(1, ForkArguments.mark());
    words.add("^\\Q" + bout.benchmark() + "\\E$");
    words.addAll(List.of("-f", "1", "-wf", "0"));
    words.addAll(List.of("-bm", bout.singleShot() ? "ss" : "avgt", "-tu", "ns"));
    words.addAll(List.of("-wi", String.valueOf(shape.warmupIterations())));
    words.addAll(List.of("-w", shape.warmupMillis() + "ms"));
    words.addAll(List.of("-i", String.valueOf(shape.iterations())));
    words.addAll(List.of("-r", shape.iterationMillis() + "ms"));
    bout.params().forEach((name, value) -> words.addAll(List.of("-p", name + "=" + value)));
    words.addAll(List.of("-prof", "gc", "-foe", "true"));
    words.addAll(List.of("-jvmArgs", DuelArguments.joined(jvmArguments)));
    words.addAll(List.of("-rf", "json", "-rff", result.toString()));
    return words;
  }
}
