package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable("wrl", "name", "n", "");
    table.row("a", "1", "x");
    table.row("longer", "1,000", "");

    assertThat(table.lines(100, Style.PLAIN))
        .containsExactly("name        n", "a           1  x", "longer  1,000");
  }

  @Test
  void whatDoesNotFitHangsBelowItsRow() {
    TextTable table = new TextTable("wrw", "what", "ratio", "");
    table.row(
        words -> "<" + words + ">",
        "FilterContainsBench.hashSet keys=ABSENT, size=1000000",
        "0.999",
        "inconclusive");
    table.row("HeapBench.jdk size=10", "1.13", "regressed");

    assertThat(table.lines(50, Style.PLAIN))
        .containsExactly(
            "what                           ratio",
            "FilterContainsBench.hashSet    0.999  <inconclusive>",
            "  keys=ABSENT, size=1000000",
            "HeapBench.jdk size=10           1.13  regressed");
  }

  @Test
  void theLastColumnWrapsTooAndIsColouredLineByLine() {
    TextTable table = new TextTable("rw", "ratio", "");
    table.row(words -> "<" + words + ">", "0.999", "inconclusive, needs ~12 more pairs");

    assertThat(table.lines(30, Style.PLAIN))
        .containsExactly("ratio", "0.999  <inconclusive, needs>", "       <  ~12 more pairs>");
  }

  @Test
  void aNumberLosesItsMiddleRatherThanALineItsPlace() {
    TextTable table = new TextTable("wr", "what", "value");
    table.row("abcdefghijklmnopqrst", "1" + "0".repeat(300));

    assertThat(table.lines(40, Style.PLAIN)).allMatch(line -> line.length() <= 40);
    assertThat(table.lines(40, Style.PLAIN).get(1)).contains("…");
  }
}
