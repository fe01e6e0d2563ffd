package dev.sojourn.results.report;

import dev.sojourn.results.store.LedgerException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A browser, and the page of a usual ledger, made once for all tests of a class. */
@ExtendWith(BrowserExtension.class)
abstract class TypicalPage {
  @TempDir private static Path folder;
  private static LedgerPage made;

  final Browser browser;

  TypicalPage(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void makePage() throws LedgerException {
    made = LedgerPage.typical(folder);
  }

  static LedgerPage page() {
    return made;
  }
}
