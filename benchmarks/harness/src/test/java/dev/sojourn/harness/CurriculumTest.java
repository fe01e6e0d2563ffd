package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CurriculumTest {
  private static final String HEAD =
      """
      format: 1
      books:
        one: {title: "Latency", author: "A. Writer", publisher: "P", year: 2025}
      blocks:
        - {name: "First half", weeks: "1-24"}
        - {name: "Second half", weeks: "25-48"}
      weeks:
      """;

  @Test
  void theSuitesOwnCurriculumIsWhole() {
    Curriculum curriculum = Curriculum.load();

    assertThat(curriculum.weeks()).hasSize(48);
    assertThat(curriculum.week(1).title()).isEqualTo("Honest clocks");
    assertThat(curriculum.blocks())
        .hasSize(4)
        .last()
        .extracting(Block::weeks)
        .isEqualTo(new WeekRange(37, 48));
    assertThat(curriculum.books()).extracting(Book::author).contains("Pekka Enberg");
    assertThat(curriculum.weeks()).extracting(Week::title).doesNotHaveDuplicates();
  }

  @Test
  void readsEveryFieldOfAWeek() throws IOException {
    Curriculum curriculum =
        read(file().replace("  habit: \"h7\"", "  habit: \"h7\"\n  correction: \" c \""));

    Week week = curriculum.week(7);
    assertThat(week.week()).isEqualTo(7);
    assertThat(week.block()).isEqualTo("First half");
    assertThat(week.title()).isEqualTo("t7");
    assertThat(week.reading()).containsExactly("Writer 7");
    assertThat(week.correction()).contains("c");
    assertThat(week.question()).isEqualTo("q7?");
    assertThat(week.predict()).isEqualTo("p7");
    assertThat(week.insight()).isEqualTo("i7");
    assertThat(week.checklist()).containsExactly("do 7", "check 7");
    assertThat(week.habit()).isEqualTo("h7");
    assertThat(curriculum.week(8).correction()).isEmpty();
  }

  @Test
  void rangesAreCutOut() throws IOException {
    assertThat(read(file()).weeks(new WeekRange(24, 26)))
        .extracting(Week::block)
        .containsExactly("First half", "Second half", "Second half");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1|format: 2|format must be 1, was 2",
        "q7?|q7|question of week 7 must end in a question mark",
        "week: 7|week: 8|week 7 must come next, was week 8",
        "'title: \"t7\"'|'title: \" \"'|title of week 7 must not be blank",
        "'habit: \"h7\"'|'hobby: \"h7\"'|hobby",
        "'  habit: \"h7\"'|''|habit of week 7 is missing",
        "'[\"Writer 7\"]'|'[]'|reading of week 7 must not be empty",
        "'weeks: \"25-48\"'|'weeks: \"26-48\"'|block Second half must start at week 25",
        "'weeks: \"25-48\"'|'weeks: \"25-47\"'|blocks must end at week 48, ended at 47",
        "'author: \"A. Writer\"'|'author: null'|author of book one is missing",
        "weeks:|wekes:|wekes"
      })
  void brokenFilesAreRefusedByName(String right, String wrong, String complaint) {
    String text = file();
    assertThat(text).contains(right);

    assertThatThrownBy(() -> read(text.replace(right, wrong)))
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("curriculum: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void weekInTheWrongBlockIsRefused() {
    String moved = file().replaceFirst("block: \"First half\"", "block: \"Second half\"");

    assertThatThrownBy(() -> read(moved))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("week 1 lies in block First half, was given Second half");
  }

  @Test
  void missingWeekIsRefused() {
    String text = file();
    String shorter = text.substring(0, text.indexOf("- week: 48"));

    assertThatThrownBy(() -> read(shorter))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("there must be 48 weeks, were 47");
  }

  private static Curriculum read(String text) throws IOException {
    return CurriculumReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String file() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int n = 1; n <= WeekRange.WEEKS; n++) {
      text.append(
          """
          - week: %1$d
            block: "%2$s"
            title: "t%1$d"
            reading: ["Writer %1$d"]
            question: "q%1$d?"
            predict: "p%1$d"
            insight: "i%1$d"
            checklist: ["do %1$d", "check %1$d"]
            habit: "h%1$d"
          """
              .formatted(n, n <= 24 ? "First half" : "Second half"));
    }
    return text.toString();
  }
}
