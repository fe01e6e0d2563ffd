package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
    assertThat(Words.wrapped("abcdefghij", 5)).containsExactly("abcd…");
  }

  @Test
  void markupEscapesWhatMeansSomethingAndReplacesWhatMustNotBe() {
    String page = new Markup().element("p", "<&>\"'\u0000\uD800", "title", "\"<").toString();

    assertThat(page).isEqualTo("<p title=\"&quot;&lt;\">&lt;&amp;&gt;&quot;&#39;\uFFFD\uFFFD</p>");
  }

  @Test
  void markupLeftOpenIsRefused() {
    assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessageContaining("[p]");
  }
}
