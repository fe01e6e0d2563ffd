package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void controlCharactersAndChangesOfDirectionAreReplaced() {
    assertThat(Words.plain("a\u001b[31mb\u0007 \t\n c\u202Ed"))
        .isEqualTo("a\uFFFD[31mb\uFFFD c\uFFFDd");
  }

  @Test
  void emojiAreNotCutInHalf() {
    assertThat(Words.shortened("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(Words.fitted("😀😀😀", 4)).isEqualTo("😀…");
    assertThat(Words.columns("a😀漢")).isEqualTo(5);
  }

  @Test
  void textIsBrokenAtSpaces() {
    assertThat(Words.wrapped("one two three", 8)).containsExactly("one two", "three");
    assertThat(Words.wrapped("a 漢字 b", 4)).containsExactly("a", "漢字", "b");
  }

  @Test
  void aWordWiderThanALineIsBrokenAtASeam() {
    assertThat(Words.wrapped("see abcdefghij", 5)).containsExactly("see", "abcde", "fghij");
    assertThat(Words.wrapped("LockFreeSkipListMap", 10))
        .containsExactly("LockFree", "SkipList", "Map");
    assertThat(Words.wrapped("keys=ABSENT,size=1000000", 16))
        .containsExactly("keys=ABSENT,", "size=1000000");
    assertThat(String.join("", Words.wrapped("漢".repeat(6), 5))).isEqualTo("漢".repeat(6));
  }

  @Test
  void aWordWithoutAnEndKeepsItsBeginningAndItsEnd() {
    List<String> lines = Words.wrapped("first" + "x".repeat(10_000) + "last", 20);

    assertThat(lines).hasSize(3).allMatch(line -> Words.columns(line) <= 20);
    assertThat(String.join("", lines)).startsWith("first").contains("…").endsWith("last");
  }

  @Test
  void namesAreElidedInTheMiddle() {
    assertThat(Words.elided("HeapBench.fourWay size=1000", 15)).isEqualTo("HeapBen…ze=1000");
    assertThat(Words.elided("😀😀😀😀", 6)).isEqualTo("😀…😀");
    assertThat(Words.elided("short", 5)).isEqualTo("short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"漢", "𠮷", "こ", "カ", "。", "한", "ᄒ", "Ａ", "￥", "😀", "⌚", "🀄", "🇩", "〈"})
  void whatIsTwoColumnsWideCountsAsTwo(String character) {
    assertThat(Words.columns(character)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "e\u0301", "ﾊ", "µ", "█", "…", "∞", "ß", "ж", "©"})
  void whatIsOneColumnWideCountsAsOne(String character) {
    assertThat(Words.columns(character)).isEqualTo(1);
  }

  @Test
  void whatChoosesBetweenTwoLooksIsLeftOut() {
    assertThat(Words.plain("\u2764\uFE0F!")).isEqualTo("\u2764!");
  }

  @Test
  void markupEscapesWhatMeansSomethingAndReplacesWhatMustNotBe() {
    String page = new Markup().element("p", "<&>\"'\u0000\uD800", "title", "\"<").toString();

    assertThat(page)
        .isEqualTo("<p title=\"&quot;&lt;\">&lt;&amp;&gt;&quot;&#39;&#65533;&#65533;</p>");
  }

  /** A page of Latin-1 alone is read at a byte a character. */
  @Test
  void markupRefersToWhatIsBeyondLatinOneByItsNumber() {
    assertThat(new Markup().element("p", "\u00e9\u00ff \u0100 \uD83D\uDE80").toString())
        .isEqualTo("<p>\u00e9\u00ff &#256; &#128640;</p>");
  }

  @Test
  void markupLeftOpenIsRefused() {
    assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessageContaining("[p]");
  }
}
