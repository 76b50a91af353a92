package dev.platen.study.spec;

import dev.platen.parameter.NearestName;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlValue;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code together}: a list of maps with the same keys, or the name of a table. */
final class RowsReader {
  private static final String EXAMPLE =
      "a list of maps such as - {arch: mlp, layers: 2}, or name a .csv file";

  private static final String SAME = "set the same parameters in every row";

  private final Issues issues;
  private final Sources sources;

  RowsReader(Issues issues, Sources sources) {
    this.issues = issues;
    this.sources = sources;
  }

  /**
   * Reads the rows.
   *
   * @param dir the folder to which a table's path is relative
   */
  Optional<Dimension> read(YamlValue value, Path dir) {
    if (value instanceof YamlValue.Scalar scalar && scalar.text().endsWith(".csv")) {
      return new TableReader(issues, sources).read(scalar, dir);
    }
    return Shapes.list(value, "'together'", EXAMPLE, issues).flatMap(this::rows);
  }

  private Optional<Dimension> rows(YamlValue.Sequence list) {
    DistinctRows rows = new DistinctRows(issues);
    List<String> names = List.of();
    for (YamlValue item : list.items()) {
      Optional<YamlValue.Mapping> row =
          Shapes.mapping(item, "a row of 'together'", "- {arch: mlp, layers: 2}", issues);
      if (row.isEmpty()) {
        continue;
      }
      Map<String, YamlValue.Entry> entries = row.get().entries();
      if (entries.isEmpty()) {
        issues.add(item.place(), "the row sets nothing", "write - {arch: mlp, layers: 2}");
        continue;
      }
      if (names.isEmpty()) {
        names = List.copyOf(entries.keySet());
        entries.forEach((name, entry) -> sources.claim(name, "'together'", entry.place()));
      } else {
        checkSame(names, item.place(), entries);
      }
      entries.forEach(
          (name, entry) -> sources.wrote(name, entry.value().value(), entry.value().place()));
      rows.add(new Parameters(row.get().value().entries()), item.place());
    }
    return rows.rows().isEmpty() ? Optional.empty() : Optional.of(new Rows(rows.rows()));
  }

  private void checkSame(List<String> names, Place row, Map<String, YamlValue.Entry> entries) {
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(entries.keySet());
    Map<String, YamlValue.Entry> more = new LinkedHashMap<>(entries);
    more.keySet().removeAll(names);
    more.forEach(
        (name, entry) ->
            issues.add(
                entry.place(),
                "the first row doesn't set '" + name + "'",
                NearestName.of(name, missing)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(SAME)));
    if (more.isEmpty() && !missing.isEmpty()) {
      issues.add(
          row,
          "the row doesn't set '" + String.join("', '", missing) + "', which the first row sets",
          SAME);
    }
  }
}
