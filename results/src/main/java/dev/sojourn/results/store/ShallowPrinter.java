package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/**
 * Indents the outer objects, and writes each one within them on a line with its siblings: forks are
 * nearly all of a run, and blanks would be a third of its file.
 */
final class ShallowPrinter extends DefaultPrettyPrinter {
  /** A run and what it lists. */
  private static final int INDENTED = 2;

  private static final long serialVersionUID = 1L;

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private transient int depth;

  ShallowPrinter() {
    super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new ShallowPrinter();
  }

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    separate(json, depth);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    separate(json, depth);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    depth--;
    if (depth < INDENTED && entries > 0) {
      LINES.writeIndentation(json, depth);
    } else {
      json.writeRaw(' ');
    }
    json.writeRaw('}');
  }

  private static void separate(JsonGenerator json, int depth) throws IOException {
    if (depth <= INDENTED) {
      LINES.writeIndentation(json, depth);
    } else {
      json.writeRaw(' ');
    }
  }
}
