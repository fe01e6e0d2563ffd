package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
  @ParameterizedTest
  @CsvSource({
    "UTF-8, 1.5 µs ≈0 B ∞ a… 漢 ▁█",
    "ISO-8859-1, 1.5 µs ~0 B inf a~ ?? ??",
    "IBM437, 1.5 µs ≈0 B ∞ a~ ?? ?█",
    "US-ASCII, 1.5 us ~0 B inf a~ ?? ??",
  })
  void whatACharsetLacksIsReplacedByWhatLooksLikeIt(String charset, String shown) {
    Style style = new Style(false, Charset.forName(charset));

    assertThat(style.shown("1.5 µs ≈0 B ∞ a… 漢 ▁█")).isEqualTo(shown);
    assertThat(style.shown(shown)).isEqualTo(shown);
  }

  @Test
  void colourIsPutAroundWordsAndNeverAroundNothing() {
    assertThat(Style.ANSI.bad("slower")).isEqualTo("\u001b[33mslower\u001b[0m");
    assertThat(Style.ANSI.faint("")).isEmpty();
    assertThat(Style.PLAIN.bold("Run")).isEqualTo("Run");
    assertThat(new Style(true, StandardCharsets.US_ASCII).good("faster")).contains("faster");
  }
}
