package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * All runs that were ever taken, in a folder: {@code <machine>/<label>/run.json} and the histograms
 * beside it, of a finished run also an index of them.
 *
 * <p><b>Costs.</b> A listing reads the beginning of each run only. Writing a run again writes
 * {@code run.json} anew and those histograms that are not there yet, so it may be done after every
 * fork.
 *
 * <p><b>Threads.</b> Any number of readers, in any process, beside one writer of a run.
 */
public final class Ledger {
  private static final String RUN_FILE = "run.json";
  private static final int MOST_SUGGESTIONS = 3;
  private static final String WAY_OUT =
      "restore the file from a copy, or move its folder away and take the run again";

  private final Path directory;

  private Ledger(Path directory) {
    this.directory = directory;
  }

  /**
   * The ledger in a folder, which is made by the first run that is written.
   *
   * @param directory the folder
   * @return the ledger
   */
  public static Ledger at(Path directory) {
    return new Ledger(directory);
  }

  /**
   * The folder of the ledger.
   *
   * @return the folder
   */
  public Path directory() {
    return directory;
  }

  /**
   * Every run found. One that cannot be read is an entry that says why.
   *
   * @return the runs by start; none when there is no such folder
   */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path machine : folders(directory)) {
      for (Path run : folders(machine)) {
        if (Files.exists(run.resolve(RUN_FILE))) {
          entries.add(entry(machine, run));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::startedAt).thenComparing(e -> e.label().value()));
    return List.copyOf(entries);
  }

  static List<Path> folders(Path parent) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, Files::isDirectory)) {
      stream.forEach(folders::add);
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (IOException | DirectoryIteratorException unreadable) {
      return folders;
    }
    return folders;
  }

  private static Entry entry(Path machine, Path run) {
    Path file = run.resolve(RUN_FILE);
    try {
      Head head = Head.read(file);
      return new Entry(
          head.machine(), head.label(), run, head.startedAt(), head.finished(), Optional.empty());
    } catch (IOException | RuntimeException e) {
      String problem = LedgerException.describe(file, reason(e), WAY_OUT);
      return new Entry(
          String.valueOf(machine.getFileName()),
          folderLabel(run),
          run,
          lastWritten(file),
          false,
          Optional.of(problem));
    }
  }

  private static String reason(Exception e) {
    return e instanceof JsonProcessingException json
        ? "not JSON, or cut short: " + Json.brief(json)
        : Json.message(e);
  }

  private static Label folderLabel(Path run) {
    String name = String.valueOf(run.getFileName()).replaceAll("\\p{Cntrl}", "?").strip();
    return new Label(
        name.isEmpty() ? "?" : name.substring(0, Math.min(Label.MAX_LENGTH, name.length())));
  }

  private static Instant lastWritten(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  /**
   * The run with a label, on whichever machine it was taken.
   *
   * @param label the label
   * @return the run
   * @throws LedgerException when there is no such run, when several machines have one, or when it
   *     cannot be read
   */
  public Run read(Label label) throws LedgerException {
    List<Entry> entries = entries();
    List<Entry> found = entries.stream().filter(e -> e.label().equals(label)).toList();
    if (found.isEmpty()) {
      throw unknown(label, entries);
    }
    if (found.size() > 1) {
      String machines = String.join(", ", found.stream().map(Entry::machine).sorted().toList());
      throw new LedgerException(
          directory,
          "several machines have a run labelled '" + label + "': " + machines,
          "give the path of the run.json that is meant: "
              + String.join(
                  ", ",
                  found.stream().map(e -> e.directory().resolve(RUN_FILE).toString()).toList()));
    }
    return read(found.getFirst());
  }

  /**
   * The run of one machine with a label.
   *
   * @param machine the machine's name
   * @param label the label
   * @return the run
   * @throws LedgerException when there is no such run or when it cannot be read
   */
  public Run read(String machine, Label label) throws LedgerException {
    List<Entry> entries = entries();
    Optional<Entry> found =
        entries.stream()
            .filter(e -> e.machine().equals(machine) && e.label().equals(label))
            .findFirst();
    return read(found.orElseThrow(() -> unknown(label, entries)));
  }

  /**
   * The run of an entry.
   *
   * @param entry an entry of a listing
   * @return the run
   * @throws LedgerException when it cannot be read
   */
  public Run read(Entry entry) throws LedgerException {
    return readFile(entry.directory().resolve(RUN_FILE));
  }

  /**
   * The run of an entry without its histograms, each of which is empty: many runs are read fast for
   * their scores alone.
   *
   * @param entry an entry of a listing
   * @return the run, all its histograms without values
   * @throws LedgerException when it cannot be read
   */
  public Run readScores(Entry entry) throws LedgerException {
    return read(entry.directory().resolve(RUN_FILE), Wanted.WITHOUT_VALUES);
  }

  /**
   * The run of an entry without its tails and with only some of its measurements, and only what the
   * machine did beside the arms these are of: the others are not even decoded.
   *
   * @param entry an entry of a listing
   * @param wanted which measurements the run is to have
   * @return the run, all its histograms without values
   * @throws LedgerException when it cannot be read
   */
  public Run readScores(Entry entry, BiPredicate<Arm, Metric> wanted) throws LedgerException {
    return read(entry.directory().resolve(RUN_FILE), Wanted.scores(wanted));
  }

  /**
   * The run in a {@code run.json}, wherever it lies; its histograms are expected beside it.
   *
   * @param file a run's file
   * @return the run
   * @throws LedgerException when it cannot be read
   */
  public static Run readFile(Path file) throws LedgerException {
    return read(file, Wanted.ALL);
  }

  private static Run read(Path file, Wanted wanted) throws LedgerException {
    RunReader reader =
        new RunReader(
            wanted, (name, count) -> HistogramFile.read(file.resolveSibling(name), name, count));
    byte[] json = JsonParsers.bytes(file, WAY_OUT);
    Optional<Run> indexed = RunIndex.read(file.resolveSibling(RunIndex.NAME), json, wanted);
    return indexed.isPresent()
        ? indexed.get()
        : Json.read(file, json, WAY_OUT, reader::quickly, reader::run);
  }

  private LedgerException unknown(Label label, List<Entry> entries) {
    List<String> labels =
        entries.stream().filter(e -> e.problem().isEmpty()).map(e -> e.label().value()).toList();
    return new LedgerException.UnknownLabel(
        directory, label.value(), EditDistance.nearest(label.value(), labels, MOST_SUGGESTIONS));
  }

  /**
   * Whether a run of one machine with a label is there, readable or not.
   *
   * @param machine the machine's name
   * @param label the label
   * @return true when its file exists
   */
  public boolean exists(String machine, Label label) {
    return Files.exists(folder(machine, label).resolve(RUN_FILE));
  }

  /**
   * The folder of a run, there or not; what belongs to the run may be kept in it.
   *
   * @param machine the machine's name
   * @param label the label
   * @return the folder
   */
  public Path folder(String machine, Label label) {
    return directory.resolve(SafeName.of(machine)).resolve(SafeName.of(label.value()));
  }

  /**
   * Writes a run, or writes the same run again with more in it. Histograms go first, then {@code
   * run.json}: a stop at any moment leaves the run as it was or as it is to be. The index of a
   * finished run comes last, and may fail.
   *
   * @param run the run
   * @throws LedgerException when the disk refuses, or when another run bears the same label on the
   *     same machine
   */
  public void write(Run run) throws LedgerException {
    Path folder = folder(run.machine().name(), run.label());
    Path file = folder.resolve(RUN_FILE);
    requireSameRun(run, file);
    try {
      Files.createDirectories(folder);
      HistogramFile histograms = new HistogramFile(run);
      writeHistograms(folder, histograms, run);
      byte[] json = Json.bytes(new RunWriter(histograms::name, histograms::name).run(run));
      AtomicFile.write(file, json);
      writeIndex(folder, run, json);
    } catch (IOException e) {
      throw new LedgerException(
          file,
          "cannot be written: " + e,
          "make room or make the folder writable; what was stored before is unharmed",
          e);
    }
  }

  /** Whoever lost a run to an index it can do without would not thank for it. */
  private static void writeIndex(Path folder, Run run, byte[] json) {
    if (run.finished() && RunIndex.holds(run)) {
      try {
        AtomicFile.write(folder.resolve(RunIndex.NAME), RunIndex.bytes(run, json));
      } catch (IOException readWithoutOne) {
        // A reader finds no index of this run.json, and reads the text.
      }
    }
  }

  private static void writeHistograms(Path folder, HistogramFile histograms, Run run)
      throws IOException {
    for (Tail tail : run.tails()) {
      for (Tail.ForkTail fork : tail.forks()) {
        writeNew(folder.resolve(histograms.name(tail, fork)), () -> histograms.bytes(tail, fork));
      }
    }
    for (ForkConditions fork : run.conditions()) {
      if (fork.hiccups().isPresent()) {
        Cells hiccups = fork.hiccups().get();
        writeNew(
            folder.resolve(histograms.name(fork, hiccups)), () -> histograms.bytes(fork, hiccups));
      }
    }
  }

  private static void writeNew(Path file, Supplier<byte[]> bytes) throws IOException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, bytes.get());
    }
  }

  private static void requireSameRun(Run run, Path file) throws LedgerException {
    if (!Files.exists(file)) {
      return;
    }
    String wayOut = "choose another label, or move that folder away";
    try {
      Head head = Head.read(file);
      boolean same =
          head.startedAt().equals(run.startedAt())
              && head.label().equals(run.label())
              && head.machine().equals(run.machine().name());
      if (!same) {
        String reason =
            "holds run '%s' started at %s already".formatted(head.label(), head.startedAt());
        throw new LedgerException(file, reason, wayOut);
      }
    } catch (IOException | RuntimeException e) {
      throw new LedgerException(file, "not overwritten: " + reason(e), wayOut, e);
    }
  }
}
