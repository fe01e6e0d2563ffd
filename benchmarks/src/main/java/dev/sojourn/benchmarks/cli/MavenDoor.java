package dev.sojourn.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What {@code mvn -Pbench} calls: turns Maven's properties, empty when not given, into a command
 * line.
 */
@Command(name = "maven", hidden = true, description = "The door of mvn -Pbench.")
final class MavenDoor implements Callable<Integer> {
  @Option(names = "--week")
  private String week = "";

  @Option(names = "--study")
  private String study = "";

  @Option(names = "--effort")
  private String effort = "";

  @Option(names = "--pairs")
  private String pairs = "";

  @Option(names = "--label")
  private String label = "";

  @Option(names = "--results")
  private String results = "";

  @Option(names = "--flame")
  private String flame = "";

  @Option(names = "--command")
  private String command = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> words = command.isBlank() ? runWords() : commandWords();
    CommandLine parent = spec.commandLine();
    return Sojourn.commandLine(parent.getOut(), parent.getErr())
        .execute(words.toArray(String[]::new));
  }

  private List<String> commandWords() {
    List<String> others = new ArrayList<>();
    option(others, "-Dweek", week);
    option(others, "-Dstudy", study);
    option(others, "-Deffort", effort);
    option(others, "-Dpairs", pairs);
    option(others, "-Dlabel", label);
    option(others, "-Dresults", results);
    option(others, "-Dflame", flame);
    if (!others.isEmpty()) {
      throw Problem.usage(
          "-Dsojourn is the whole command, so "
              + String.join(" ", others)
              + " would be lost; write it inside -Dsojourn");
    }
    return CommandWords.split(command);
  }

  private List<String> runWords() {
    List<String> words = new ArrayList<>(List.of("run"));
    option(words, "--week", week);
    option(words, "--study", study);
    if (week.isBlank() && study.isBlank()) {
      words.add("--tour");
    }
    option(words, "--effort", effort);
    option(words, "--pairs", pairs);
    option(words, "--label", label);
    option(words, "--results", results);
    option(words, "--flame", flame); // a switch that picocli lets be set to true or false
    return words;
  }

  private static void option(List<String> words, String name, String value) {
    if (!value.isBlank()) {
      words.add(name + "=" + value);
    }
  }
}
