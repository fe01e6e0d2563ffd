package dev.sojourn.results.report;

import java.util.List;
import java.util.Random;

/** Names as long, as wide and as odd as names can be, the same for the same seed. */
final class NastyNames {
  private static final List<String> PIECES =
      List.of(
          "size",
          "ConcurrentSkipList",
          "averylongnamewithoutanyplacetobreakitatall",
          "漢字かなカナ한글",
          "😀🚀🇩🇪",
          "👩\u200D👩\u200D👧",
          "❤\uFE0F",
          "e\u0301\u0302\u0303",
          "\u001b[31m",
          "\u0000\u0007\r\n\t",
          "\u202E",
          "1000000",
          ".",
          " ",
          "=",
          ",",
          "|",
          "<>&\"'",
          "ＦＵＬＬ",
          "\uD800");

  private final Random random;

  NastyNames(long seed) {
    random = new Random(seed);
  }

  /** A name that no other has: it ends in its number. */
  String next(int number) {
    int pieces =
        switch (random.nextInt(4)) {
          case 0 -> 1;
          case 1 -> 3;
          case 2 -> 10;
          default -> 200;
        };
    StringBuilder name = new StringBuilder("n");
    for (int i = 0; i < pieces; i++) {
      name.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return name.append(number).toString();
  }

  double nanos() {
    return Math.pow(10, 12 * random.nextDouble());
  }
}
