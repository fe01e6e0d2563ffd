package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
  @Test
  void blanksSeparateAndQuotesKeepTogether() {
    assertThat(CommandWords.split("  compare 'my label' \"it's\"  --gate"))
        .containsExactly("compare", "my label", "it's", "--gate");
  }

  @Test
  void anEmptyQuotedWordIsAWord() {
    assertThat(CommandWords.split("report ''")).containsExactly("report", "");
  }

  @Test
  void nothingIsNoWord() {
    assertThat(CommandWords.split(" \t ")).isEmpty();
  }

  @Test
  void anUnclosedQuoteIsNamed() {
    assertThatThrownBy(() -> CommandWords.split("report 'x"))
        .hasMessageContaining("unclosed quote '");
  }
}
