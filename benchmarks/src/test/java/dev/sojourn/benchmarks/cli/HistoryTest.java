package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study over the runs of a ledger, as a user asks for it. */
class HistoryTest {
  private static final String RUN =
      """
      {
        "format": 1, "label": "%s", "startedAt": "2026-11-%sT03:25:00Z",
        "finishedAt": "2026-11-%sT04:25:00Z",
        "plan": {"effort": "confirm", "pairs": 2, "seed": 1, "arms": []},
        "machine": {"name": "m", "identity": {"cpu.model": "Example 9000"}, "conditions": {}},
        "provenance": {"sojournVersion": "1", "jmhVersion": "1.37", "gitRevision": "a",
          "gitDirty": false, "jvmArguments": []},
        "timer": {"readNanos": 20, "granularityNanos": 10, "recordNanos": 50},
        "studies": [], "tails": [], "answers": [], "failures": [],
        "measurements": [{"study": "dev.example.HeapHold", "method": "jdk", "params": {},
          "metric": {"name": "time", "unit": "ns/op", "deterministic": false},
          "forks": [{"round": 0, "position": 0, "startedAt": "2026-11-01T03:25:00Z",
            "warmup": [], "scores": [%s]}]}]
      }
      """;

  @TempDir private Path folder;

  private void store(String label, String day, double nanos) throws Exception {
    Path run = Files.createDirectories(folder.resolve("m").resolve(label));
    Files.writeString(run.resolve("run.json"), RUN.formatted(label, day, day, nanos));
  }

  private Spoken history(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "history";
    System.arraycopy(args, 0, all, 1, args.length);
    all[all.length - 1] = "--results=" + folder;
    return Spoken.by(all);
  }

  @Test
  void aStudyIsFoundByItsSimpleNameAndShownInEveryFormat() throws Exception {
    store("a", "01", 100);
    store("b", "02", 101);

    Spoken text = history("HeapHold");

    assertThat(text.exitCode()).as(text.toString()).isZero();
    assertThat(text.out()).contains("History of dev.example.HeapHold", "2 sessions", "a", "b");
    assertThat(history("dev.example.HeapHold", "--format", "md").out()).contains("| jdk | time |");
    assertThat(history("heaphold", "--format", "json").out()).contains("\"format\" : 1");
  }

  @Test
  void aMistypedStudyIsAnsweredWithTheNearest() throws Exception {
    store("a", "01", 100);

    Spoken spoken = history("HeapHoled");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err().strip().lines()).hasSize(1);
    assertThat(spoken.err()).contains("HeapHoled", "nearest: HeapHold");
  }

  @Test
  void anEmptyLedgerSaysHowToTakeARun() {
    Spoken spoken = history("HeapHold");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains("no run in", "run --tour");
  }

  @Test
  void aTornRunIsNamedAndTheRestIsShown() throws Exception {
    store("a", "01", 100);
    store("b", "02", 101);
    Path torn = Files.createDirectories(folder.resolve("m").resolve("torn")).resolve("run.json");
    Files.writeString(torn, RUN.substring(0, 300));

    Spoken spoken = history("HeapHold");

    assertThat(spoken.exitCode()).isZero();
    assertThat(spoken.err()).contains("left out", torn.toString());
    assertThat(spoken.out()).contains("2 sessions");
  }
}
