package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compare page's table as its reader looks through it, by mouse and by keyboard. */
class ExploreBrowserIT {
  @TempDir private static Path dir;
  private static String address = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makePage() throws IOException {
    Path runs = ExploredFolder.make(dir.resolve("runs")).dir();
    Platen.in(dir).run("compare", runs).exits(0);
    address = runs.resolve("index.html").toUri().toString();
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingAskedFor() {
    assertThat(complaints).isEmpty();
    assertThat(requests).allSatisfy(request -> assertThat(request).startsWith(address));
    browser.closePages();
  }

  private Page open(String fragment) {
    return open(fragment, ColorScheme.LIGHT);
  }

  private Page open(String fragment, ColorScheme scheme) {
    return browser.open(
        address + fragment,
        new Browser.NewContextOptions()
            .setViewportSize(1300, 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE),
        complaints::add,
        requests::add);
  }

  private static Locator button(Page page, String text) {
    return page.locator(".explorer button:visible", new Page.LocatorOptions().setHasText(text))
        .first();
  }

  private static Locator rows(Page page) {
    return page.locator("table.rows tbody tr");
  }

  private static List<String> column(Page page, int index) {
    return page.locator("table.rows tbody tr > :nth-child(" + index + ")").allTextContents();
  }

  private static void press(Page page, Locator target, String key) {
    target.focus();
    page.keyboard().press(key);
  }

  @Test
  void pointsComeFirstTheBestOnTopAndRunsByMouseOrKeyboard() {
    Page page = open("");
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Points 20");
    assertThat(rows(page).first().getAttribute("class")).isEqualTo("best");
    assertThat(rows(page).first().textContent()).startsWith("mlp best320.001");
    button(page, "Runs").click();
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Runs 57");
    assertThat(page.url()).endsWith("#view?rows=runs");
    press(page, button(page, "Points"), "Enter");
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Points 20");
    page.goBack();
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Runs 57");
    page.goBack();
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Points 20");
  }

  @Test
  void aPointLeadsToItsRunsAndThoseToTheirReports() {
    Page page = open("");
    press(page, rows(page).first().locator("button.whole"), "Enter");
    assertThat(column(page, 1)).containsExactly("000021", "000022", "000023");
    assertThat(rows(page).first().locator("a").getAttribute("href"))
        .isEqualTo("run%3D21~000021/report.html");
    page.goBack();
    assertThat(rows(page).count()).isEqualTo(20);
  }

  @Test
  void aColumnIsSortedByKeyboardAndKeepsTheFocus() {
    Page page = open("#view?rows=runs");
    Locator head = page.locator("th button[data-column=time]");
    press(page, head, "Enter");
    assertThat(page.locator("th[aria-sort=ascending]").textContent()).isEqualTo("Time");
    assertThat(column(page, 1)).startsWith("000000").endsWith("000056", "000055");
    page.keyboard().press("Enter");
    assertThat(page.locator("th[aria-sort=descending]").textContent()).isEqualTo("Time");
    // The run that goes on has no time yet, whichever way it is sorted.
    assertThat(column(page, 1)).startsWith("000056").endsWith("000000", "000055");
    assertThat(page.evaluate("document.activeElement.dataset.column")).isEqualTo("time");
  }

  @Test
  void valuesAreTickedAndRangesIncludeTheirEndsOnLogarithmicParametersToo() {
    Page page = open("");
    button(page, "Filter").click();
    page.locator(
            "fieldset[data-column='p.arch'] label", new Page.LocatorOptions().setHasText("resnet"))
        .locator("input")
        .uncheck();
    assertThat(column(page, 1)).noneMatch(arch -> arch.equals("resnet"));
    Locator from = page.locator("fieldset[data-column='p.lr'] input[data-end=from]");
    from.pressSequentially("1e-3");
    page.keyboard().press("Tab");
    page.keyboard().type("0.01");
    assertThat(column(page, 3)).containsOnly("0.001", "0.01").hasSize(6);
    assertThat(page.locator(".chips").textContent())
        .contains("lr from 0.001 to 0.01")
        .contains("arch is ");
    assertThat(page.locator(".bar h2").textContent()).isEqualTo("Points 6 of 20");
    press(page, page.locator(".chips button").last(), "Enter");
    assertThat(column(page, 3)).contains("0.0001");
    button(page, "Reset").click();
    assertThat(rows(page).count()).isEqualTo(20);
    assertThat(page.url()).isEqualTo(address);
  }

  @Test
  void whatIsNoNumberIsMarkedAndFiltersNothing() {
    Page page = open("");
    button(page, "Filter").click();
    Locator from = page.locator("fieldset[data-column='p.lr'] input[data-end=from]");
    from.fill("a lot");
    assertThat(from.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(rows(page).count()).isEqualTo(20);
  }

  @Test
  void runsAreFilteredByStatusWhichIsASignAndAWord() {
    Page page = open("#view?rows=runs&is.status=Failed&is.status=Not+ended");
    assertThat(column(page, 2)).containsExactly("✕ Failed", "… Not ended");
    assertThat(rows(page).nth(0).locator("a").count()).isEqualTo(1);
    assertThat(rows(page).nth(1).locator("a").count()).isZero();
  }

  @Test
  void everyWordOfASearchIsFoundInSomeColumn() {
    Page page = open("");
    page.locator("input[type=search]").pressSequentially("resnet 32");
    assertThat(rows(page).count()).isGreaterThanOrEqualTo(3).isLessThan(20);
    assertThat(column(page, 1)).containsOnly("resnet");
    page.locator("input[type=search]").fill("no such thing");
    assertThat(page.locator("text=No row is left").isVisible()).isTrue();
  }

  @Test
  void columnsAreHiddenAndShown() {
    Page page = open("");
    button(page, "Columns").click();
    page.locator("input[data-column='p.hidden']").uncheck();
    page.locator("input[data-column=status]").check();
    assertThat(page.locator("table.rows thead").textContent())
        .doesNotContain("hidden")
        .contains("Status");
    assertThat(page.url()).contains("hide=p.hidden").contains("show=status");
    page.keyboard().press("Escape");
    assertThat(page.locator("input[data-column=status]").count()).isZero();
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Columns");
  }

  @Test
  void theMainMetricIsInViewThoughTheTableIsWiderThanTheWindow() {
    Page page = open("#view?rows=runs");
    page.setViewportSize(560, 900);
    for (String rows : new String[] {"Points", "Runs"}) {
      button(page, rows).click();
      assertThat(
              page.evaluate(
                  "() => { const box = document.querySelector('table.rows').parentElement;"
                      + " const metric = document.querySelector('table.rows td.main');"
                      + " return [box.scrollWidth > box.clientWidth,"
                      + " metric.getBoundingClientRect().right"
                      + " <= box.getBoundingClientRect().right + 1]; }"))
          .isEqualTo(List.of(true, true));
    }
  }

  @Test
  void theLinkOfAViewShowsTheSameView() {
    Page page = open("");
    button(page, "Filter").click();
    page.locator("fieldset[data-column='p.hidden'] input[data-end=to]").fill("16");
    page.locator("input[type=search]").fill("mlp");
    page.locator("th button[data-column='m.cost']").click();
    page.locator("figure[data-chart=metric-by-parameter] select").first().selectOption("m.cost");
    List<String> seen = rows(page).allTextContents();
    Page other = open(page.url().substring(address.length()));
    assertThat(rows(other).allTextContents()).isEqualTo(seen).hasSize(6);
    assertThat(other.locator("input[type=search]").inputValue()).isEqualTo("mlp");
    other.locator("figure[data-chart=metric-by-parameter]").scrollIntoViewIfNeeded();
    other.waitForSelector("figure[data-chart=metric-by-parameter] svg");
    assertThat(other.locator("figure[data-chart=metric-by-parameter] select").first().inputValue())
        .isEqualTo("m.cost");
  }

  @Test
  void aLinkWithNonsenseInItShowsThePage() {
    Page page =
        open("#view?rows=what&sort=p.none&in.p.hidden=a..b&is.x=1&zzz=1&9:find=x&in.m.loss=..0.5");
    assertThat(rows(page).count()).isPositive();
  }

  @Test
  void theViewIsCopiedAndWhereTheClipboardIsRefusedItLiesInABox() {
    Page page = open("#view?rows=runs&is.status=Failed");
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (t) => { window.copied = t; }}})");
    button(page, "Copy CSV").click();
    page.waitForCondition(() -> page.locator(".said").textContent().equals("Copied 1 row as CSV"));
    assertThat((String) page.evaluate("window.copied"))
        .startsWith("Run,Status,arch,hidden,lr,seed,loss,")
        .contains("\r\n000054,Failed,mlp,64,0.1,8,nothing,");
    button(page, "Points").click();
    button(page, "Reset").click();
    button(page, "Copy CSV").click();
    page.waitForCondition(
        () -> page.locator(".said").textContent().equals("Copied 20 rows as CSV"));
    assertThat((String) page.evaluate("window.copied"))
        .startsWith(
            "arch,hidden,lr,n,Failed,Not ended,loss,loss sd,from (95 %),to (95 %),min,max,");
    page.goBack();
    page.goBack();
    page.evaluate(
        "() => { navigator.clipboard.writeText = async () => { throw new Error('no'); }; }");
    button(page, "Copy Markdown").click();
    assertThat(page.locator("dialog textarea").inputValue())
        .startsWith("| Run | Status | arch | hidden |")
        .contains("| 000054 | Failed | mlp | 64 | 0.1 | 8 | nothing |")
        .doesNotContain("<img");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog").count()).isZero();
  }

  @Test
  void aMegabyteIsShortAndItsBeginningIsAtHand() {
    Page page = open("#view?rows=runs&sort=-p.arch");
    Locator whole = page.locator("button.whole").first();
    assertThat(whole.textContent()).hasSizeLessThan(60);
    press(page, whole, "Enter");
    assertThat(page.locator("dialog pre").textContent())
        .hasSizeLessThan(3000)
        .contains("… (1048576 characters");
    page.keyboard().press("Escape");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("whole");
  }

  @Test
  void namesThatAreMarkupAreText() {
    Page page = open("#view?rows=runs&find=" + "onerror");
    assertThat(page.title()).isEqualTo("explored " + ExploredFolder.HOSTILE);
    assertThat(page.locator("img").count()).isZero();
    button(page, "Filter").click();
    button(page, "Columns").click();
    assertThat(page.locator("img").count()).isZero();
    assertThat(page.locator("h1").textContent()).contains("<img src=x");
  }

  @Test
  void aRunLeadsToItsReport() {
    Page page = open("#view?rows=runs&sort=run");
    rows(page).nth(2).locator("a").click();
    page.waitForLoadState();
    assertThat(page.title()).isEqualTo("Report 2");
    requests.removeIf(request -> request.endsWith("/run%3D2~000002/report.html"));
  }

  @Test
  void theScriptSaysTheSameAsThePageWithoutIt() {
    Page plain =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    plain.navigate(address);
    List<String> expected =
        plain.locator("#points ~ .scroll").first().locator("tbody tr").allTextContents();
    assertThat(expected).hasSize(20);
    List<String> seen = rows(open("")).allTextContents();
    // The last two are the one of a megabyte, which is cut elsewhere, and the one without a value.
    assertThat(seen.subList(0, 18)).isEqualTo(expected.subList(0, 18));
  }

  @Test
  void whereThePagesScriptCantRunTheTablesWithoutItAreShown() throws IOException {
    Path index = dir.resolve("runs/index.html");
    String whole = Files.readString(index);
    // Another text than the one that the page's policy knows.
    String other = whole.replace("const RUN_PARTS = 8;", "const RUN_PARTS = 8; ");
    assertThat(other).isNotEqualTo(whole);
    Path broken = Files.writeString(index.resolveSibling("broken.html"), other);
    Page page = browser.newContext(new Browser.NewContextOptions()).newPage();
    page.navigate(broken.toUri().toString());
    Locator plain = page.locator("table.sortable[aria-labelledby=points]");
    assertThat(plain.locator("tbody tr").count()).isEqualTo(20);
    plain.locator("th button", new Locator.LocatorOptions().setHasText("hidden")).click();
    assertThat(plain.locator("th[aria-sort=ascending]").textContent()).isEqualTo("hidden");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsKeptOut(ColorScheme scheme) {
    Page page = open("#view?rows=runs&in.p.hidden=8..16", scheme);
    button(page, "Filter").click();
    button(page, "Columns").click();
    assertThat(TestBrowser.violations(page)).isEmpty();
  }
}
