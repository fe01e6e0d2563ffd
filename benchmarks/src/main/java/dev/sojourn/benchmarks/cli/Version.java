package dev.sojourn.benchmarks.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; {@code dev} when started from class folders. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"sojourn " + number()};
  }

  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
