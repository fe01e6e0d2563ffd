package dev.sojourn.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits a command given as one string into words, as a shell would: blanks separate, quotes keep together. */
final class CommandWords {
  private CommandWords() {}

  static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (char c : command.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw Problem.usage("-Dsojourn has an unclosed quote " + quote + ": " + command);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
