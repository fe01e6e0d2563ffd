package dev.sojourn.results.store;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The flame graphs of a run: HTML pages in the folder {@code flames} beside its {@code run.json},
 * which knows nothing of them.
 *
 * <p>A page's name follows from run, arm and event, so a page is found without a list of them, and
 * never by another run that bears the same label.
 *
 * <p><b>Threads.</b> Any number of readers beside one writer.
 */
public final class FlamePages {
  private static final String FOLDER = "flames";

  private final Path folder;
  private final Run run;

  private FlamePages(Path folder, Run run) {
    this.folder = folder;
    this.run = run;
  }

  /**
   * The pages of a run, there or not.
   *
   * @param ledger the ledger that holds the run
   * @param run the run
   * @return its pages
   */
  public static FlamePages of(Ledger ledger, Run run) {
    return new FlamePages(ledger.folder(run.machine().name(), run.label()).resolve(FOLDER), run);
  }

  /**
   * Where the pages are.
   *
   * @return the folder, there or not
   */
  public Path folder() {
    return folder;
  }

  /**
   * One page, if it was made.
   *
   * @param arm what it shows
   * @param event what its widths count
   * @return its file
   */
  public Optional<Path> find(Arm arm, FlameEvent event) {
    return Optional.of(file(arm, event)).filter(Files::isRegularFile);
  }

  /**
   * Keeps a page, wholly or not at all; one that was there is replaced.
   *
   * @param arm what it shows
   * @param event what its widths count
   * @param page the whole HTML file
   * @throws LedgerException when the disk refuses
   */
  public void write(Arm arm, FlameEvent event, String page) throws LedgerException {
    Path file = file(arm, event);
    try {
      Files.createDirectories(folder);
      AtomicFile.write(file, page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LedgerException(
          file, "cannot be written: " + e, "make room or make the folder writable", e);
    }
  }

  private Path file(Arm arm, FlameEvent event) {
    String identity = arm + "\n" + run.startedAt();
    return folder.resolve(
        String.join(
            ".",
            SafeName.readable(arm.studyName()),
            SafeName.readable(arm.method()),
            SafeName.hash(identity, 12),
            event.id(),
            "html"));
  }
}
