package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a run whose cells show what matplotlib, pandas, sympy and ipywidgets show. */
class ExecutedOutputsBrowserIT {
  private static final TestNotebook NOTEBOOK =
      new TestNotebook()
          .markdown("# Outputs of libraries\n\n## Figures")
          .code(
              """
              #| fig-alt: Two lines that cross
              #| fig-cap: Both losses
              import matplotlib.pyplot as plt, numpy as np
              x = np.linspace(0, 1, 40)
              plt.plot(x, x**2, label="train"); plt.plot(x, 1 - x, label="test"); plt.legend(); plt.show()
              """)
          .markdown("## Tables")
          .code(
              """
              import pandas as pd
              df = pd.DataFrame({"model": ["mlp", "cnn", "resnet"], "mse": [1/8, 1/4, 1/16], "seeds": [5, 5, 4]})
              df
              """)
          .code(
              """
              (df.style.background_gradient(subset=["mse"]).format({"mse": "{:.3f}"})
                 .highlight_max(subset=["seeds"], color="yellow").set_caption("Scores"))
              """)
          .code(
              """
              index = pd.MultiIndex.from_product([["mlp", "resnet"], [8, 16]], names=["arch", "hidden"])
              columns = pd.MultiIndex.from_product([["mse", "r2"], ["mean", "std"]])
              pd.DataFrame(np.arange(16).reshape(4, 4) / 10, index=index, columns=columns)
              """)
          .code(
              "pd.DataFrame(np.arange(120).reshape(3, 40), columns=[f'feature_{i}' for i in range(40)])")
          .markdown("## Formulas")
          .code(
              """
              import sympy as sp
              a, b = sp.symbols("a b")
              sp.Integral(sp.sqrt(1 / a) * sp.exp(-b**2), (b, 0, sp.oo))
              """)
          .code("sp.Matrix([[a, b], [sp.sin(a), sp.Rational(1, 3)]])")
          .markdown("## Widgets")
          .code(
              """
              import ipywidgets as w
              from IPython.display import display
              slider = w.IntSlider(value=3, description="depth"); slider.value = 7
              bar = w.HBox([w.Label("epoch"), w.IntProgress(value=30, max=40), w.HTML("30/40 [00:03]")])
              out = w.Output()
              with out:
                  print("captured"); display(df)
              display(w.Tab([w.VBox([slider, w.Dropdown(options=["adam", "sgd"], value="sgd",
                  description="optimizer")]), bar], titles=["Settings", "Progress"]), out)
              """)
          .code("w.interact(lambda n: print('n is', n), n=(0, 9))");

  @TempDir private static Path dir;
  private static String report = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() {
    Path run = Platen.in(dir).run("run", NOTEBOOK.in(dir)).exits(0).run().dir();
    report = run.resolve("report.html").toUri().toString();
    assertThat(Files.isRegularFile(run.resolve("report.html"))).isTrue();
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingIsLoaded() {
    assertThat(complaints).isEmpty();
    browser.closePages();
  }

  private Page open(int width, ColorScheme scheme) {
    return browser.open(
        report,
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900),
        complaints::add,
        url -> {
          if (!url.startsWith("data:") && !url.equals(report)) {
            complaints.add("request: " + url);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, DARK", "420, LIGHT"})
  void itFitsItsWindowAndKeepsNobodyOut(int width, ColorScheme scheme) {
    Page page = open(width, scheme);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    List<String> found = TestBrowser.violations(page);
    assertThat(found).isEmpty();
  }

  @Test
  void figuresTablesAndFormulasAreThere() {
    Page page = open(1280, ColorScheme.LIGHT);
    Locator figure = page.locator("figure img").first();
    assertThat(figure.getAttribute("alt")).isEqualTo("Two lines that cross");
    assertThat((Integer) figure.evaluate("image => image.naturalWidth")).isGreaterThan(300);
    assertThat(page.locator("main table").count()).isGreaterThanOrEqualTo(5);
    assertThat(page.locator("td[style*=background]").count()).isGreaterThan(1);
    assertThat(page.locator(".outputs math").count()).isEqualTo(2);
    assertThat(page.locator("code.tex").count()).isZero();
  }

  @Test
  void widgetsAreAsTheyStoodAtTheEnd() {
    Page page = open(1280, ColorScheme.LIGHT);
    String widgets = String.join("\n", page.locator(".outputs .widget").allInnerTexts());
    assertThat(widgets)
        .contains("depth 7", "optimizer sgd", "Settings", "Progress", "30/40", "captured", "resnet")
        .contains("n is 4")
        .doesNotContain("Not shown");
    assertThat(page.locator(".widget progress").getAttribute("value")).isEqualTo("0.750");
  }

  @Test
  void theKeyboardReachesTheWideTableAndSortsAPlainOne() {
    Page page = open(420, ColorScheme.LIGHT);
    Locator wide =
        page.locator(".html").filter(new Locator.FilterOptions().setHasText("feature_39"));
    assertThat(
            wide.first()
                .evaluate(
                    "box => [box, ...box.querySelectorAll('*')]"
                        + ".some(e => e.tabIndex === 0 && e.scrollWidth > e.clientWidth)"))
        .isEqualTo(true);
    Locator head =
        page.locator(".html th button", new Page.LocatorOptions().setHasText("mse")).first();
    head.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("th[aria-sort=ascending]").first().innerText()).isEqualTo("mse");
  }
}
