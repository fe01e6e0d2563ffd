package dev.sojourn.benchmarks.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * JMH 1.37 reads two fields through Unsafe, and JDK 24 and later say so in four lines on standard
 * error. The lines are about JMH, their reader can do nothing about them, and they come once: when
 * the class that does it is initialised, which is done here with the stream held back.
 */
final class JmhWarning {
  private static final String CULPRIT = "org.openjdk.jmh.util.Utils";

  private JmhWarning() {}

  static void hush() {
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try {
      Class.forName(CULPRIT);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH is not on the class path", e);
    } finally {
      System.setErr(err);
    }
  }
}
