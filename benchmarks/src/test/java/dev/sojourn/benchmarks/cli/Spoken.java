package dev.sojourn.benchmarks.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;

/** A command line, run as a user would and heard on both channels. */
record Spoken(int exitCode, String out, String err) {
  static Spoken by(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Sojourn.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(args);
    return new Spoken(code, out.toString(), err.toString());
  }

  /** The command, told what a user wants and not run. */
  static Object parsed(String... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Sojourn.commandLine(nowhere, nowhere)
        .parseArgs(args)
        .subcommand()
        .commandSpec()
        .userObject();
  }
}
