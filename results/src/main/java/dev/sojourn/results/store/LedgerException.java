package dev.sojourn.results.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A run that could not be read or written: the message names the file, the reason and the way out.
 */
public class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A failure at one file.
   *
   * @param path the file or folder
   * @param reason what is wrong with it, without a full stop
   * @param wayOut what the reader can do, without a full stop
   */
  public LedgerException(Path path, String reason, String wayOut) {
    super(describe(path, reason, wayOut));
  }

  /**
   * A failure with its cause.
   *
   * @param path the file or folder
   * @param reason what is wrong with it, without a full stop
   * @param wayOut what the reader can do, without a full stop
   * @param cause what was thrown
   */
  public LedgerException(Path path, String reason, String wayOut, Throwable cause) {
    super(describe(path, reason, wayOut), cause);
  }

  static String describe(Path path, String reason, String wayOut) {
    return path + ": " + reason + "; " + wayOut;
  }

  private LedgerException(String message) {
    super(message);
  }

  /** No run bears the label that was asked for. */
  public static final class UnknownLabel extends LedgerException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> nearest;

    UnknownLabel(Path ledger, String label, List<String> nearest) {
      super("no run is labelled '" + label + "' in " + ledger + "; " + wayOut(nearest));
      this.nearest = List.copyOf(nearest);
    }

    private static String wayOut(List<String> nearest) {
      return nearest.isEmpty()
          ? "no run can be read there at all: take one first, or name another folder"
          : "did you mean '" + String.join("', '", nearest) + "'?";
    }

    /**
     * The labels most like the one asked for.
     *
     * @return at most three labels, the most alike first
     */
    public List<String> nearest() {
      return nearest;
    }
  }
}
