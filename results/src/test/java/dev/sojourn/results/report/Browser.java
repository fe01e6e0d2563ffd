package dev.sojourn.results.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that has no network and looks at pages of the file system. Pages stay under
 * {@code target/pages}, screenshots under {@code target/screenshots}.
 */
final class Browser implements AutoCloseable {
  private static final String DRIVER = "chromedriver";

  /** In the order in which the driver itself looks for them, so that the two fit. */
  private static final List<String> NAMES =
      List.of("google-chrome", "chromium", "chromium-browser");

  private static final Path PAGES = Path.of("target", "pages");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String LOOK = resource("look.js");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Textures of more pixels than this are cut off. */
  private static final int MOST_HIGH = 16_000;

  private final ChromeDriver driver;
  private final ObjectMapper json = new ObjectMapper();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Why there is no browser to be had, if there is none. */
  static Optional<String> missing() {
    if (onPath(DRIVER).isEmpty()) {
      return Optional.of("no " + DRIVER + " on the PATH (Debian: apt-get install chromium-driver)");
    }
    return name().isEmpty()
        ? Optional.of("none of " + NAMES + " on the PATH (Debian: apt-get install chromium)")
        : Optional.empty();
  }

  private static Optional<Path> name() {
    return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  private static Optional<Path> onPath(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The pages are our own and ask for nothing, so they need no sandbox: containers have none. What
   * is told to a screen reader is made as for one; without a reader Chromium leaves out what it has
   * not drawn yet.
   */
  static Browser start() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(name().orElseThrow().toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-renderer-accessibility",
        "--host-resolver-rules=MAP * ~NOTFOUND");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath(DRIVER).orElseThrow().toFile())
            .withSilent(true)
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.cutNetwork();
    return browser;
  }

  private void cutNetwork() {
    command("Network.enable", Map.of());
    command(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page from a file, on a desk, in the scheme of nobody's choice. */
  Path open(String name, String html) {
    Path file = write(PAGES.resolve(name + ".html"), html.getBytes(StandardCharsets.UTF_8));
    desk();
    media("screen", "light");
    requests();
    complaints();
    driver.get(file.toUri().toString());
    if (ask("localStorage.length").asInt() > 0) {
      forget();
    }
    return file;
  }

  /** Pages of the file system share what they keep. */
  private void forget() {
    ask("localStorage.clear()");
    requests();
    complaints();
    driver.navigate().refresh();
  }

  void desk() {
    size(1200, 900, 1, false);
  }

  void phone() {
    size(390, 844, 2, true);
  }

  /** The width of an A4 sheet within its margins of a centimetre. */
  void paper() {
    size(718, 1_047, 1, false);
    media("print", "light");
  }

  private void size(int width, int height, int density, boolean mobile) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", density, "mobile", mobile));
  }

  /** What the reader's system asks for. */
  void media(String medium, String scheme) {
    List<Map<String, String>> features =
        List.of(Map.of("name", "prefers-color-scheme", "value", scheme));
    command("Emulation.setEmulatedMedia", Map.of("media", medium, "features", features));
  }

  Map<String, Object> command(String name, Map<String, Object> arguments) {
    return driver.executeCdpCommand(name, arguments);
  }

  /** The value of a script's expression, which may use everything of {@code look.js}. */
  JsonNode ask(String expression) {
    Object answer = driver.executeScript(LOOK + "return JSON.stringify(" + expression + ");");
    try {
      return json.readTree(String.valueOf(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> asked(String expression) {
    List<String> texts = new ArrayList<>();
    ask(expression).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Waits until an expression is true, which what follows a frame later may need. */
  void await(String condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ask("Boolean(" + condition + ")").asBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still not so after " + PATIENCE + ": " + condition);
      }
    }
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Addresses the page has asked for since it was last looked; those of data ask nobody. */
  List<String> requests() {
    List<String> addresses = new ArrayList<>();
    driver
        .manage()
        .logs()
        .get(LogType.PERFORMANCE)
        .forEach(e -> request(e.getMessage(), addresses));
    return addresses;
  }

  private void request(String event, List<String> addresses) {
    try {
      JsonNode message = json.readTree(event).path("message");
      String address = message.path("params").path("request").path("url").asText();
      boolean asks = message.path("method").asText().equals("Network.requestWillBeSent");
      if (asks && !address.startsWith("data:")) {
        addresses.add(address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything written to the console since it was last looked, of whatever level. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Keeps a picture of the page from its top, as high as the page is. */
  void keep(String name) {
    ask("layOut()");
    JsonNode page = ask("[innerWidth, document.documentElement.scrollHeight, devicePixelRatio]");
    int density = page.get(2).asInt();
    int height = Math.min(page.get(1).asInt(), MOST_HIGH / density);
    size(page.get(0).asInt(), height, density, density > 1);
    ask("document.documentElement.offsetHeight");
    Object picture = command("Page.captureScreenshot", Map.of("format", "png")).get("data");
    write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture)));
  }

  /** Prints the page as a reader would. */
  byte[] print(String name) {
    media("print", "light");
    Map<String, Object> sheet =
        Map.of("printBackground", false, "paperWidth", 8.27, "paperHeight", 11.69);
    Object pdf = command("Page.printToPDF", sheet).get("data");
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(pdf));
    write(SCREENSHOTS.resolve(name + ".pdf"), bytes);
    return bytes;
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.write(file, bytes).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
