package dev.sojourn.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the file of the curriculum into weeks, and refuses a file that is not wholly in order. */
final class CurriculumReader {
  private static final int FORMAT = 1;

  private CurriculumReader() {}

  static Curriculum read(InputStream yaml) throws IOException {
    FileText file = parse(yaml);
    if (file.format() != FORMAT) {
      throw wrong("format must be " + FORMAT + ", was " + file.format());
    }
    List<Block> blocks = blocks(present("blocks", file.blocks()));
    return new Curriculum(
        books(present("books", file.books())),
        blocks,
        weeks(present("weeks", file.weeks()), blocks));
  }

  private static FileText parse(InputStream yaml) throws IOException {
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(yaml, FileText.class);
    } catch (JsonProcessingException e) {
      throw new CatalogException("curriculum: not readable: " + e.getMessage(), e);
    }
  }

  private static List<Book> books(Map<String, BookText> texts) {
    List<Book> books = new ArrayList<>();
    texts.forEach(
        (key, book) ->
            books.add(
                new Book(
                    key,
                    text("title of book " + key, book.title()),
                    text("author of book " + key, book.author()),
                    text("publisher of book " + key, book.publisher()),
                    book.year())));
    return books;
  }

  private static List<Block> blocks(List<BlockText> texts) {
    List<Block> blocks = new ArrayList<>();
    int next = 1;
    for (BlockText entry : texts) {
      String name = text("name of a block", entry.name());
      WeekRange weeks = WeekRange.parse(text("weeks of block " + name, entry.weeks()));
      if (weeks.first() != next) {
        throw wrong("block " + name + " must start at week " + next + ", was " + weeks);
      }
      next = weeks.last() + 1;
      blocks.add(new Block(name, weeks));
    }
    if (next != WeekRange.WEEKS + 1) {
      throw wrong("blocks must end at week " + WeekRange.WEEKS + ", ended at " + (next - 1));
    }
    return blocks;
  }

  private static List<Week> weeks(List<WeekText> texts, List<Block> blocks) {
    if (texts.size() != WeekRange.WEEKS) {
      throw wrong("there must be " + WeekRange.WEEKS + " weeks, were " + texts.size());
    }
    List<Week> weeks = new ArrayList<>();
    for (WeekText entry : texts) {
      weeks.add(week(entry, weeks.size() + 1, blocks));
    }
    return weeks;
  }

  private static Week week(WeekText entry, int expected, List<Block> blocks) {
    if (entry.week() != expected) {
      throw wrong("week " + expected + " must come next, was week " + entry.week());
    }
    String of = " of week " + expected;
    String question = text("question" + of, entry.question());
    if (!question.endsWith("?")) {
      throw wrong("question" + of + " must end in a question mark, was \"" + question + "\"");
    }
    return new Week(
        expected,
        block(text("block" + of, entry.block()), expected, blocks),
        text("title" + of, entry.title()),
        lines("reading" + of, entry.reading()),
        Optional.ofNullable(entry.correction()).map(String::strip),
        question,
        text("predict" + of, entry.predict()),
        text("insight" + of, entry.insight()),
        lines("checklist" + of, entry.checklist()),
        text("habit" + of, entry.habit()));
  }

  private static String block(String name, int week, List<Block> blocks) {
    Block right = blocks.stream().filter(b -> b.weeks().contains(week)).findFirst().orElseThrow();
    if (!right.name().equals(name)) {
      throw wrong("week " + week + " lies in block " + right.name() + ", was given " + name);
    }
    return name;
  }

  private static List<String> lines(String what, @Nullable List<String> lines) {
    List<String> given = present(what, lines);
    if (given.isEmpty()) {
      throw wrong(what + " must not be empty");
    }
    return given.stream().map(line -> text("a line of the " + what, line)).toList();
  }

  private static String text(String what, @Nullable String value) {
    String given = present(what, value).strip();
    if (given.isEmpty()) {
      throw wrong(what + " must not be blank");
    }
    return given;
  }

  private static <T> T present(String what, @Nullable T value) {
    if (value == null) {
      throw wrong(what + " is missing");
    }
    return value;
  }

  private static CatalogException wrong(String problem) {
    return new CatalogException("curriculum: " + problem);
  }

  private record FileText(
      int format,
      @Nullable Map<String, BookText> books,
      @Nullable List<BlockText> blocks,
      @Nullable List<WeekText> weeks) {}

  private record BookText(
      @Nullable String title, @Nullable String author, @Nullable String publisher, int year) {}

  private record BlockText(@Nullable String name, @Nullable String weeks) {}

  private record WeekText(
      int week,
      @Nullable String block,
      @Nullable String title,
      @Nullable List<String> reading,
      @Nullable String correction,
      @Nullable String question,
      @Nullable String predict,
      @Nullable String insight,
      @Nullable List<String> checklist,
      @Nullable String habit) {}
}
