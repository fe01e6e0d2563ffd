package dev.sojourn.results.report;

/** Characters that a terminal gives two columns. */
final class WideCharacters {
  /* First and last of each range: East Asian Width W or F in Unicode, and what is unassigned between; emoji besides. */
  private static final int[][] RANGES = {
    {0x1100, 0x115F}, // the leading letters of Hangul
    {0x2329, 0x232A}, // angle brackets
    {0x2E80, 0x303E}, // radicals, CJK punctuation
    {0x3041, 0x4DBF}, // kana, letters and months in circles, ideographs
    {0x4DC0, 0x4DFF}, // hexagrams
    {0x4E00, 0xA4CF}, // ideographs, Yi
    {0xA960, 0xA97F}, // more leading letters
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // compatibility ideographs
    {0xFE10, 0xFE19}, // vertical forms
    {0xFE30, 0xFE6F}, // compatibility forms
    {0xFF01, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6}, // full-width signs
    {0x16FE0, 0x18DFF}, // Tangut, Khitan
    {0x1AFF0, 0x1B2FF}, // more kana, Nushu
    {0x1D300, 0x1D37F}, // Tai Xuan Jing symbols, counting rods
    {0x1F200, 0x1F2FF}, // ideographs in squares and circles
    {0x20000, 0x3FFFD}, // more ideographs
  };

  private WideCharacters() {}

  static boolean has(int c) {
    if (c < RANGES[0][0]) {
      return false;
    }
    for (int[] range : RANGES) {
      if (c <= range[1]) {
        return c >= range[0] || Character.isEmojiPresentation(c);
      }
    }
    return Character.isEmojiPresentation(c);
  }
}
