package dev.sojourn.results.report;

/**
 * Bars of eight heights: blocks where the output can show them, else characters of more and more
 * ink.
 */
final class Bars {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-~=+*#";

  private Bars() {}

  /** The bar of a share between 0, the lowest, and 1. */
  static char of(double share, Style style) {
    String bars = style.canShow(BLOCKS) ? BLOCKS : ASCII;
    return bars.charAt((int) Math.clamp(share * bars.length(), 0, bars.length() - 1));
  }
}
