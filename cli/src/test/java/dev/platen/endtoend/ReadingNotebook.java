package dev.platen.endtoend;

import java.nio.file.Path;

/** A notebook as people write them: sections, figures, a long table, a formula, much text. */
final class ReadingNotebook {
  private static final String TEXT =
      "Rain falls where it likes, and longer in the west than in the east of the land. ".repeat(8);

  private static final String LINE =
      """
      #| label: fig-rain
      #| fig-cap: Rain by month.
      #| fig-alt: A line with two peaks
      import matplotlib.pyplot as plt
      figure, axes = plt.subplots(figsize=(7, 3))
      axes.plot([1, 4, 2, 5, 1])
      plt.show()
      """;

  private static final String BARS =
      "figure, axes = plt.subplots()\naxes.bar([1, 2, 3], [3, 1, 2])\nplt.show()";

  private static final String TABLE =
      """
      #| label: tbl-rain
      #| tbl-cap: Every station.
      import pandas as pd
      pd.set_option('display.max_rows', 200)
      pd.set_option('display.max_columns', 50)
      pd.DataFrame({'rain': range(80), 'station': [f'station {i:02d}' for i in range(80)],
                    'comment': ['dry and then wet, and then dry again for weeks'] * 80})
      """;

  private ReadingNotebook() {}

  static Path write(Path dir) {
    return TestNotebook.of()
        .markdown("# Rain in the west")
        .markdown("See @fig-rain and @tbl-rain, and [the office](https://rain.example/data).")
        .markdown("## Months\n\n" + TEXT + "\n\n$$\nr = \\frac{a}{b}\n$$ {#eq-r}\n\n" + TEXT)
        .code(LINE)
        .markdown("## Numbers\n\n" + (TEXT + "\n\n").repeat(3))
        .code(BARS)
        .code(TABLE)
        .code("#| code-fold: true\nprint('\\x1b[31mred\\x1b[0m folded code prints')")
        .code(
            "pd.DataFrame({f'column{i}': [f'value{i}x'] * 3 for i in range(24)}).set_axis([5, 6, 7])")
        .code("for i in range(300): print('line', i)")
        .markdown("## End\n\n" + (TEXT + "\n\n").repeat(6))
        .in(dir);
  }
}
