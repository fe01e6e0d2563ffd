package dev.sojourn.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * The shell of every page: one file that needs nothing else, with its style sheet and its one
 * script inlined. The content security policy forbids every request, and every script but this one
 * by its hash.
 */
final class HtmlPage {
  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
          + hash(SCRIPT)
          + "'; img-src data:; base-uri 'none'; form-action 'none'";

  private HtmlPage() {}

  /**
   * A page.
   *
   * @param title its title
   * @param banner what stands above the results
   * @param results the results
   * @param footer a paragraph at its foot
   */
  static String of(String title, Consumer<Markup> banner, Consumer<Markup> results, String footer) {
    Markup page = new Markup();
    page.open("html", "lang", "en").line();
    head(page, title);
    page.open("body").line();
    page.element("a", "Skip to the results", "class", "skip", "href", "#results").line();
    page.open("header", "class", "banner").line();
    banner.accept(page);
    page.close().line();
    page.open("main", "id", "results", "tabindex", "-1").line();
    results.accept(page);
    page.close().line();
    page.open("footer").element("p", footer).close().line();
    page.script(SCRIPT).line();
    page.close().close();
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private static void head(Markup page, String title) {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.empty("link", "rel", "icon", "href", "data:,").line();
    page.element("title", title).line();
    page.style(STYLE).line();
    page.close().line();
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar; build it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
