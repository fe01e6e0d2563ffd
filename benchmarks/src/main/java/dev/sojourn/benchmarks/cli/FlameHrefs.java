package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.FlameLinks;
import dev.sojourn.results.store.FlamePages;
import dev.sojourn.results.store.Ledger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The flame graphs in a ledger, as a page elsewhere on the same disk reaches them. */
final class FlameHrefs implements FlameLinks {
  private final Ledger ledger;
  private final Path from;

  /** Addresses from a page that will be written to a file. */
  FlameHrefs(Ledger ledger, Path page) {
    this.ledger = ledger;
    this.from = absolute(page).resolveSibling("");
  }

  @Override
  public Optional<String> href(Run run, Arm arm, FlameEvent event) {
    return FlamePages.of(ledger, run).find(arm, event).map(this::href);
  }

  /** Relative, so that ledger and page may move together; on another drive there is no such way. */
  private String href(Path file) {
    Path to = absolute(file);
    return from.getRoot().equals(to.getRoot())
        ? StreamSupport.stream(from.relativize(to).spliterator(), false)
            .map(name -> encoded(name.toString()))
            .collect(Collectors.joining("/"))
        : to.toUri().toASCIIString();
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
