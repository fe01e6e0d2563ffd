package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"before", "2026-W47", "2026-11-23T0325", "v1.2.3", "a_b-c"})
  void ordinaryNamesStayThemselves(String name) {
    assertThat(SafeName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "a/b",
        "a\\b",
        "a b",
        "nul",
        "com1.txt",
        "x.",
        "-rf",
        "\ud800"
      })
  void everyOtherNameIsSafeAndHashed(String name) {
    assertThat(SafeName.of(name)).matches("[A-Za-z0-9_-]*~[0-9a-f]{16}");
  }

  @Test
  void namesThatLookAlikeDoNotShareAFolderWhereCaseDoesNotCount() {
    String composed = "caf\u00e9";
    List<String> names =
        List.of(
            "week",
            "Week",
            "WEEK",
            "2026-W47",
            "2026-w47",
            "a/b",
            "a_b",
            "a b",
            composed,
            Normalizer.normalize(composed, Normalizer.Form.NFD),
            "\ud800",
            "\ud801");

    assertThat(names.stream().map(SafeName::of).map(n -> n.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void longNamesFitAnyFileSystem() {
    assertThat(SafeName.of("x".repeat(500)).length()).isLessThan(100);
  }
}
