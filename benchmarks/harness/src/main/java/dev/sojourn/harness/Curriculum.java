package dev.sojourn.harness;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The 48 weeks: what to read, ask, predict and do. */
public final class Curriculum {
  private static final String RESOURCE = "curriculum.yaml";

  private final List<Book> books;
  private final List<Block> blocks;
  private final List<Week> weeks;

  Curriculum(List<Book> books, List<Block> blocks, List<Week> weeks) {
    this.books = List.copyOf(books);
    this.blocks = List.copyOf(blocks);
    this.weeks = List.copyOf(weeks);
  }

  /**
   * Reads the curriculum that comes with the suite.
   *
   * @return the curriculum, complete and in order
   */
  public static Curriculum load() {
    try (InputStream yaml = Curriculum.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new CatalogException(
            RESOURCE
                + " is missing beside "
                + Curriculum.class.getName()
                + "; build the suite anew");
      }
      return CurriculumReader.read(yaml);
    } catch (IOException e) {
      throw new CatalogException(RESOURCE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The books the reading refers to.
   *
   * @return in the order of the file
   */
  public List<Book> books() {
    return books;
  }

  /**
   * The blocks.
   *
   * @return in order; together they are the whole curriculum
   */
  public List<Block> blocks() {
    return blocks;
  }

  /**
   * Every week.
   *
   * @return 48 weeks in order
   */
  public List<Week> weeks() {
    return weeks;
  }

  /**
   * The weeks of a range.
   *
   * @param range which weeks
   * @return in order
   */
  public List<Week> weeks(WeekRange range) {
    return weeks.subList(range.first() - 1, range.last());
  }

  /**
   * One week.
   *
   * @param number place in the curriculum, 1 to 48
   * @return the week
   */
  public Week week(int number) {
    return weeks(WeekRange.of(number)).getFirst();
  }
}
