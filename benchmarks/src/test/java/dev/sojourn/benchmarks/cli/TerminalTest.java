package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "true, xterm-256color, , true, true",
    "true, , , true, true",
    "true, xterm, '', true, true",
    "true, xterm, 1, true, false",
    "true, dumb, , false, false",
    "true, dumb, 1, false, false",
    "false, xterm, , false, false",
    "false, xterm, 1, false, false",
  })
  void colourAndLiveLineAreForAPersonWhoWantsThem(
      boolean watched,
      @Nullable String term,
      @Nullable String noColor,
      boolean live,
      boolean colour) {
    Map<String, String> environment = new HashMap<>();
    if (term != null) {
      environment.put("TERM", term);
    }
    if (noColor != null) {
      environment.put("NO_COLOR", noColor);
    }
    Terminal terminal = new Terminal(watched, environment, StandardCharsets.UTF_8);

    assertThat(terminal.live()).isEqualTo(live);
    assertThat(terminal.style().colour()).isEqualTo(colour);
  }

  @Test
  void programsAndFilesGetUtf8WhateverTheTerminalShows() {
    assertThat(new Terminal(true, Map.of(), StandardCharsets.US_ASCII).charset())
        .isEqualTo(StandardCharsets.US_ASCII);
    assertThat(new Terminal(false, Map.of(), StandardCharsets.US_ASCII).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"'', 79", "60, 59", "200, 99", "3, 39", "wide, 79"})
  void theLiveLineLeavesTheLastColumnFree(String columns, int room) {
    Terminal terminal = new Terminal(true, Map.of("COLUMNS", columns), StandardCharsets.UTF_8);

    assertThat(terminal.room()).isEqualTo(room);
  }
}
