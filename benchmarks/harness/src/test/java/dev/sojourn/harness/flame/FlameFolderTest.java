package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameFolderTest {
  private static final long DEAD = 4_711;
  private static final long ALIVE = 42;

  @TempDir private Path temporary;

  private Path folder(String name) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.writeString(folder.resolve("page.html"), "half a page");
    return folder;
  }

  @Test
  void whatAKilledProcessLeftIsClearedAndNothingElse() throws Exception {
    Path stale = folder("sojourn-flame-" + DEAD + "-1");
    Path used = folder("sojourn-flame-" + ALIVE + "-2");
    Path other = folder("somebody-flame-" + DEAD + "-3");
    Path target = folder("target");
    Path link = Files.createSymbolicLink(temporary.resolve("sojourn-flame-" + DEAD + "-4"), target);

    FlameFolder.clear(temporary, Files.getOwner(temporary), pid -> pid == ALIVE);

    assertThat(stale).doesNotExist();
    assertThat(used.resolve("page.html")).exists();
    assertThat(other.resolve("page.html")).exists();
    assertThat(link.resolve("page.html")).exists();
  }

  @Test
  void whatAnotherUserLeftIsNotTouched() throws Exception {
    Path stale = folder("sojourn-flame-" + DEAD + "-1");
    UserPrincipal another = () -> "another";

    FlameFolder.clear(temporary, another, pid -> false);

    assertThat(stale.resolve("page.html")).exists();
  }

  @Test
  void aNewFolderIsOfThisProcessAndIsLeftAloneByOthers() throws Exception {
    Path mine = FlameFolder.create();
    Path another = FlameFolder.create();
    try {
      assertThat(mine).isDirectory();
      assertThat(mine.getFileName().toString())
          .startsWith("sojourn-flame-" + ProcessHandle.current().pid() + "-");
    } finally {
      FlameFolder.delete(mine);
      FlameFolder.delete(another);
    }
  }
}
