package dev.sojourn.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command given as one string into words, as a shell would: blanks separate, quotes keep
 * together.
 */
final class CommandWords {
  private static final char NONE = 0;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote = NONE;

  private CommandWords() {}

  static List<String> split(String command) {
    return split(command, "-Dsojourn");
  }

  /** The same for another option, which an unclosed quote is blamed on. */
  static List<String> split(String command, String option) {
    CommandWords splitter = new CommandWords();
    command.chars().forEach(c -> splitter.take((char) c));
    if (splitter.quote != NONE) {
      throw Problem.usage(option + " has an unclosed quote " + splitter.quote + ": " + command);
    }
    splitter.endWord();
    return List.copyOf(splitter.words);
  }

  private void take(char c) {
    if (quote != NONE) {
      takeQuoted(c);
    } else if (c == '"' || c == '\'') {
      quote = c;
      inWord = true;
    } else if (Character.isWhitespace(c)) {
      endWord();
    } else {
      word.append(c);
      inWord = true;
    }
  }

  private void takeQuoted(char c) {
    if (c == quote) {
      quote = NONE;
    } else {
      word.append(c);
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
    }
    inWord = false;
  }
}
