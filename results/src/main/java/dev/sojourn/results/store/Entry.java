package dev.sojourn.results.store;

import dev.sojourn.results.model.Label;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One run as a listing shows it.
 *
 * @param machine name of the machine; the folder's name when the run cannot be read
 * @param label label of the run; the folder's name when the run cannot be read
 * @param directory folder of the run
 * @param startedAt when the run started; when its file was last written if it cannot be read
 * @param finished whether every planned fork was run
 * @param problem why the run cannot be read, if it cannot: file, reason and way out
 */
public record Entry(
    String machine,
    Label label,
    Path directory,
    Instant startedAt,
    boolean finished,
    Optional<String> problem) {}
