package dev.sojourn.results.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of folders and files for names that people choose: labels, machines, methods.
 *
 * <p>A name that any file system keeps as it is stays itself. Any other becomes its readable part,
 * a tilde and a hash of the whole, so that two names never share a folder, not even where case or
 * accents do not tell files apart.
 */
final class SafeName {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_][a-z0-9._-]{0,63}");
  private static final Pattern WEEK_OR_MINUTE =
      Pattern.compile("[0-9]{4}-W[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{4,6}");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final int READABLE = 40;

  private SafeName() {}

  static String of(String name) {
    return WEEK_OR_MINUTE.matcher(name).matches() || plain(name)
        ? name
        : readable(name) + "~" + hash(name, 16);
  }

  private static boolean plain(String name) {
    return PLAIN.matcher(name).matches()
        && !DEVICE.matcher(name).matches()
        && !name.endsWith(".")
        && !WEEK_OR_MINUTE.matcher(name.toUpperCase(Locale.ROOT)).matches();
  }

  /**
   * The name with every other character than ASCII letters, digits and {@code _-} as an underscore,
   * cut short.
   */
  static String readable(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_-]+", "_");
    return safe.length() > READABLE ? safe.substring(0, READABLE) : safe;
  }

  /**
   * The first digits of a hash over the UTF-16 units, which unlike UTF-8 keeps broken strings
   * apart.
   */
  static String hash(String text, int digits) {
    ByteBuffer units = ByteBuffer.allocate(2 * text.length());
    units.asCharBuffer().put(text);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(units.array());
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
