package dev.platen.study.spec;

import dev.platen.fault.Fault;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.ArgumentReader;
import dev.platen.parameter.read.YamlValue;
import dev.platen.storage.StorageFaults;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.Rows;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rows of a .csv file: parameters' names in the first line, and below them values by the
 * rules of the command line.
 */
final class TableReader {
  private final Issues study;
  private final Sources sources;

  TableReader(Issues study, Sources sources) {
    this.study = study;
    this.sources = sources;
  }

  Optional<Dimension> read(YamlValue.Scalar named, Path dir) {
    Path file = dir.resolve(named.text());
    if (!Files.isRegularFile(file)) {
      study.add(
          named.place(),
          "there is no file '" + named.text() + "'",
          "a table's path is relative to the study file");
      return Optional.empty();
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      study.add(
          named.place(), "'" + named.text() + "' isn't UTF-8", "save it again as CSV in UTF-8");
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
    List<List<CsvTable.Cell>> lines = CsvTable.read(text).lines();
    if (lines.size() < 2) {
      study.add(
          named.place(),
          "'" + named.text() + "' has no row: that leaves no trial",
          "write the parameters' names in its first line, and values below them");
      return Optional.empty();
    }
    return Optional.of(rows(lines, study.in(named.text(), text)));
  }

  private Dimension rows(List<List<CsvTable.Cell>> lines, Issues issues) {
    List<String> names = names(lines.get(0), issues);
    DistinctRows rows = new DistinctRows(issues);
    for (List<CsvTable.Cell> line : lines.subList(1, lines.size())) {
      rows.add(row(names, line, issues), line.get(0).place());
    }
    return new Rows(rows.rows());
  }

  private List<String> names(List<CsvTable.Cell> header, Issues issues) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvTable.Cell cell : header) {
      String name = cell.text().strip();
      names.add(name);
      if (name.isEmpty()) {
        issues.add(cell.place(), "the column has no name", "name the parameter that it sets");
      } else if (name.matches(".*[;\t].*")) {
        issues.add(cell.place(), "the columns aren't divided by commas", "save it with commas");
      } else if (!seen.add(name)) {
        issues.add(cell.place(), "column '" + name + "' is there twice", "keep one of them");
      } else {
        sources.claim(name, "'together'", cell.place(), issues);
      }
    }
    return names;
  }

  private Parameters row(List<String> names, List<CsvTable.Cell> line, Issues issues) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), line.size()); i++) {
      String name = names.get(i);
      CsvTable.Cell cell = line.get(i);
      value(cell, issues)
          .ifPresent(
              value -> {
                sources.wrote(name, value, cell.place());
                values.put(name, value);
              });
    }
    if (line.size() < names.size()) {
      issues.add(
          line.get(0).place(),
          "the row has " + line.size() + " of " + names.size() + " columns",
          "give each row a value in every column");
    } else if (line.size() > names.size()) {
      issues.add(
          line.get(names.size()).place(),
          "the row has more values than there are columns",
          "put a value that holds a comma in double quotes");
    }
    return new Parameters(values);
  }

  private static Optional<ParameterValue> value(CsvTable.Cell cell, Issues issues) {
    if (cell.text().isBlank()) {
      issues.add(cell.place(), "the cell is empty", "write null, or '' for the empty text");
      return Optional.empty();
    }
    try {
      return Optional.of(ArgumentReader.value(cell.text(), ""));
    } catch (Fault fault) {
      issues.add(cell.place(), String.valueOf(fault.getMessage()), "write it as [8, 8] or {a: 1}");
      return Optional.empty();
    }
  }
}
