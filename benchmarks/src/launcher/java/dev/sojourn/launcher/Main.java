package dev.sojourn.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * The jar's door: opens on any JDK, and on one that is too old says which is needed instead of a
 * stack trace.
 */
public final class Main {
  private static final int REQUIRED = 25;
  private static final int USAGE = 2;

  private Main() {}

  /**
   * Checks the JDK, then hands over to the command.
   *
   * @param args the command line
   * @throws Exception whatever the command could not handle itself
   */
  public static void main(String[] args) throws Exception {
    int running = feature(System.getProperty("java.specification.version"));
    if (running < REQUIRED) {
      System.err.println(
          "sojourn needs JDK "
              + REQUIRED
              + " or newer, this is JDK "
              + running
              + " ("
              + System.getProperty("java.home")
              + "): start it with a newer java");
      System.exit(USAGE);
    }
    try {
      Class.forName("dev.sojourn.benchmarks.cli.Sojourn")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause instanceof Exception ? (Exception) cause : e;
    }
  }

  private static int feature(String version) {
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
