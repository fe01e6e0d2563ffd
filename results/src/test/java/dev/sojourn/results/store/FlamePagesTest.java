package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlamePagesTest {
  private static final Arm ARM = Arm.of("dev.example.HeapHold", "fourWay", Map.of("size", "10"));

  @TempDir private Path folder;

  private Ledger ledger() {
    return Ledger.at(folder.resolve("runs"));
  }

  private FlamePages pages(Run run) {
    return FlamePages.of(ledger(), run);
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aPageIsFoundByRunArmAndEventAlone() throws Exception {
    Run run = SyntheticRun.of(1, 2).build();
    assertThat(pages(run).find(ARM, FlameEvent.CTIMER)).isEmpty();

    pages(run).write(ARM, FlameEvent.CTIMER, "<html>é😀</html>");

    Path file = pages(run).find(ARM, FlameEvent.CTIMER).orElseThrow();
    assertThat(file).hasContent("<html>é😀</html>").hasParentRaw(pages(run).folder());
    assertThat(file.getFileName().toString())
        .matches("HeapHold\\.fourWay\\.[0-9a-f]{12}\\.ctimer\\.html");
    assertThat(pages(run).find(ARM, FlameEvent.ALLOC)).isEmpty();
    assertThat(pages(run).find(ARM.withMethod("jdk"), FlameEvent.CTIMER)).isEmpty();
    assertThat(files(folder)).containsExactly(file);
  }

  @Test
  void aRunTakenLaterUnderTheSameLabelHasNoPages() throws Exception {
    Run first = SyntheticRun.of(1, 2).build();
    Run second = SyntheticRun.of(1, 2).startedAt(first.startedAt().plusSeconds(1)).build();

    pages(first).write(ARM, FlameEvent.CTIMER, "first");

    assertThat(pages(second).find(ARM, FlameEvent.CTIMER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \"b\" <c> 😀",
        "../../escape",
        "CON",
        "per%cent#hash?mark",
        "2026-W48",
        "e\u0301"
      })
  void anyLabelAndAnyNameStayInTheFolderOfTheRun(String name) throws Exception {
    Run run = SyntheticRun.of(1, 2).label(name).build();
    Arm arm = Arm.of("x." + name, name, Map.of(name, name));

    pages(run).write(arm, FlameEvent.ALLOC, "page");

    Path file = pages(run).find(arm, FlameEvent.ALLOC).orElseThrow();
    assertThat(file.normalize()).startsWith(ledger().folder(run.machine().name(), run.label()));
    assertThat(file.getFileName().toString()).matches("[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*){4}");
  }

  @Test
  void armsThatReadAlikeHaveFilesOfTheirOwn() throws Exception {
    Run run = SyntheticRun.of(1, 2).build();
    Set<Path> files = new HashSet<>();
    for (String size : List.of("1", "10", "1,other=2", "é", "è")) {
      Arm arm = Arm.of("x.Heap", "a", Map.of("size", size));
      pages(run).write(arm, FlameEvent.CTIMER, size);
      files.add(pages(run).find(arm, FlameEvent.CTIMER).orElseThrow());
    }

    assertThat(files).hasSize(5);
  }

  @Test
  void aSecondPageReplacesTheFirst() throws Exception {
    Run run = SyntheticRun.of(1, 2).build();

    pages(run).write(ARM, FlameEvent.CTIMER, "a long first page");
    pages(run).write(ARM, FlameEvent.CTIMER, "second");

    assertThat(pages(run).find(ARM, FlameEvent.CTIMER).orElseThrow()).hasContent("second");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Run run = SyntheticRun.of(1, 2).build();
    Files.createDirectories(pages(run).folder().getParent());
    Files.writeString(pages(run).folder(), "a file where the folder should be");

    assertThatThrownBy(() -> pages(run).write(ARM, FlameEvent.CTIMER, "page"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(pages(run).folder().toString())
        .hasMessageContaining("make the folder writable");
  }

  @Test
  void theLedgerListsTheRunAsBefore() throws Exception {
    Run run = SyntheticRun.typical(1).build();
    ledger().write(run);

    pages(run).write(ARM, FlameEvent.CTIMER, "page");

    assertThat(ledger().entries()).hasSize(1).allMatch(entry -> entry.problem().isEmpty());
    assertThat(ledger().read(run.label())).isEqualTo(run);
  }
}
