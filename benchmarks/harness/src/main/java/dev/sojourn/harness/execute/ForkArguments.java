package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.CalibrationArm;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The arguments a fork's JVM is started with: all of them, so that nothing is inherited from the
 * host or chosen by ergonomics.
 */
public final class ForkArguments {
  /*
   * Implementation notes. Where the initial stack and the heap of a process begin depends on how
   * long its arguments are, and that alone can speed a loop up or slow it down. A padding of random
   * length, drawn anew for every fork, turns this from a bias of one build into noise that averages
   * out. The length follows from the plan's position, so a resumed run pads as the first attempt
   * would have. JMH offers no way to set a fork's environment, and none is needed: with the
   * system's address randomisation off, 2048 bytes more of one argument move the initial stack as
   * 2048 bytes more of environment do, and move the objects of the heap as well, which the
   * environment leaves in place. The stack of the thread that runs Java's main is mapped elsewhere:
   * neither moves it, only the system's randomisation does.
   */
  private static final int FIRST_JDK_THAT_WARNS = 24;
  private static final int MAX_PAD = 4096;

  /** Sets the seeds of neighbouring forks far apart. */
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** Above this, touching every page of the heap would take longer than the fork measures. */
  private static final int PRE_TOUCH_MEGABYTES = 2048;

  private ForkArguments() {}

  /**
   * The arguments all forks of this JVM share, whatever the study.
   *
   * @return arguments in a fixed order
   */
  public static List<String> common() {
    List<String> arguments = new ArrayList<>(List.of("-XX:+UseG1GC"));
    if (Runtime.version().feature() >= FIRST_JDK_THAT_WARNS) {
      // JMH's own use of Unsafe is known; older JVMs would refuse to start with this.
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(arguments);
  }

  /**
   * The arguments of every fork of a study.
   *
   * @param study the study
   * @return the common arguments and the study's heap
   */
  public static List<String> of(StudyDescriptor study) {
    List<String> arguments = new ArrayList<>(common());
    arguments.add("-Xms" + study.heapMegabytes() + "m");
    arguments.add("-Xmx" + study.heapMegabytes() + "m");
    if (study.heapMegabytes() <= PRE_TOUCH_MEGABYTES) {
      // Otherwise the first pass over the heap would pay for page faults inside a scored iteration.
      arguments.add("-XX:+AlwaysPreTouch");
    }
    arguments.add("-Dsojourn.tail.batch=" + study.batch());
    return List.copyOf(arguments);
  }

  /**
   * The arguments of one fork.
   *
   * @param fork the fork
   * @param seed seed of the plan
   * @return whose fork it is, the study's arguments, a calibration's slowdown, and a padding
   */
  static List<String> of(PlannedFork fork, long seed) {
    List<String> arguments = new ArrayList<>(List.of(Orphans.mark()));
    arguments.addAll(of(fork.study()));
    CalibrationArm.of(fork.arm())
        .ifPresent(arm -> arguments.add("-Dsojourn.slowdown=" + arm.slowdown()));
    arguments.add(padding(seed, fork.position()));
    return List.copyOf(arguments);
  }

  /**
   * An argument by which a child of this process is known, and ended should it outlive us.
   *
   * @return the same argument for all of them
   */
  public static String mark() {
    return Orphans.mark();
  }

  /**
   * An argument that says nothing and is of random length.
   *
   * @param seed seed of the plan
   * @param position the fork's place in its order
   * @return the same argument for the same fork
   */
  public static String padding(long seed, int position) {
    int length = new SplittableRandom(seed + position * GOLDEN_GAMMA).nextInt(MAX_PAD);
    return "-Dsojourn.pad=" + "x".repeat(length);
  }
}
