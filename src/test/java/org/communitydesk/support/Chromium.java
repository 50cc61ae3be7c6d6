package org.communitydesk.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this computer, driven without a window. Without one, browser tests are skipped
 * and say so; the system property {@code desk.chromium} names one at another place.
 */
public final class Chromium implements AutoCloseable {

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(SWITCHES));
  }

  /** Starts it, or skips the calling test. */
  public static Chromium start() {
    Optional<Path> executable = find();
    if (executable.isEmpty()) {
      System.out.println("No Chromium found: browser tests are skipped.");
    }
    assumeTrue(executable.isPresent(), "no Chromium");
    return new Chromium(executable.get());
  }

  /**
   * A page of an English-speaking browser on a moderator's usual screen, with cookies of its own.
   */
  public Page page() {
    Page page =
        browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768).setLocale("en-US"));
    page.setDefaultTimeout(60_000);
    return page;
  }

  /** Keeps a picture of the page in {@code target/screenshots}. */
  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    return Stream.concat(
            Stream.ofNullable(System.getProperty("desk.chromium")), USUAL_PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
