package dev.sojourn.results.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which code was measured, by which instrument.
 *
 * @param sojournVersion version of this tool
 * @param jmhVersion version of JMH
 * @param gitRevision revision of the checkout, or {@code unknown}; of a jar of anyone's, what
 *     {@link #revisionOfJar} says
 * @param gitDirty whether the tree had uncommitted changes; true when unknown would be a guess in
 *     our favour
 * @param jvmArguments arguments of every fork
 */
public record Provenance(
    String sojournVersion,
    String jmhVersion,
    String gitRevision,
    boolean gitDirty,
    List<String> jvmArguments) {
  private static final Pattern JAR = Pattern.compile("(.+) \\(SHA-256 [0-9a-f]+\\.\\.\\.\\)");

  /** Copies the list. */
  public Provenance {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * What stands for the revision of code that came in a jar.
   *
   * @param name the jar's file name
   * @param hash beginning of its SHA-256 in hexadecimal digits
   * @return both as one text
   */
  public static String revisionOfJar(String name, String hash) {
    return name + " (SHA-256 " + hash + "...)";
  }

  /**
   * The jar that the measured code came in.
   *
   * @return its file name; empty for code of a checkout
   */
  public Optional<String> jar() {
    Matcher jar = JAR.matcher(gitRevision);
    return jar.matches() ? Optional.of(jar.group(1)) : Optional.empty();
  }
}
