package dev.sojourn.results.report;

/** Words of a command that is printed to be pasted into a shell. */
public final class Shell {
  private Shell() {}

  /**
   * A word that means nothing to the shell but itself.
   *
   * @param word any text of one line
   * @return the same, in quotes where it needs them
   */
  public static String quoted(String word) {
    boolean bare = word.matches("[A-Za-z0-9._/-]+(=[A-Za-z0-9._,/-]+)?");
    return bare ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * An option with its value, which a command takes for no other option and for no file of
   * arguments, whatever it begins with.
   *
   * @param name such as {@code --label}
   * @param value any text of one line
   * @return two words, or one where only that is clear
   */
  public static String option(String name, String value) {
    return value.matches("[-@].*") ? quoted(name + "=" + value) : name + " " + quoted(value);
  }

  /**
   * What a command takes beside its options; they must stand before it.
   *
   * @param value any text of one line
   * @return one word, behind the end of options where it looks like one
   */
  public static String operand(String value) {
    return (value.startsWith("-") ? "-- " : "") + quoted(value);
  }
}
