package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words of commands keep their meaning, whatever they hold. */
class ShellTest {
  @Test
  void onlyWordsThatNeedQuotesHaveThem() {
    assertThat(Shell.quoted("results/runs")).isEqualTo("results/runs");
    assertThat(Shell.quoted("size=10,100")).isEqualTo("size=10,100");
    assertThat(Shell.quoted("")).isEqualTo("''");
    assertThat(Shell.quoted("a b")).isEqualTo("'a b'");
    assertThat(Shell.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(Shell.quoted("~/$(x)")).isEqualTo("'~/$(x)'");
  }

  @Test
  void aValueIsNotTakenForAnOptionOrAFileOfArguments() {
    assertThat(Shell.option("--label", "it's")).isEqualTo("--label 'it'\\''s'");
    assertThat(Shell.option("--label", "-o")).isEqualTo("--label=-o");
    assertThat(Shell.option("--label", "-o x")).isEqualTo("'--label=-o x'");
    assertThat(Shell.option("--label", "@file")).isEqualTo("'--label=@file'");
    assertThat(Shell.operand("-o")).isEqualTo("-- -o");
    assertThat(Shell.operand("a b")).isEqualTo("'a b'");
  }
}
