package dev.platen.report.math;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden formulas. In the file a formula begins with D (display) or I (inline); the markup
 * inside its semantics element follows on the next line, or the word refused. Lines that begin with
 * # are headings.
 */
record Formulas(List<Case> cases) {

  record Case(boolean display, String tex, String expected) {
    boolean isRefused() {
      return expected.equals("refused");
    }
  }

  static Formulas read() throws IOException {
    List<Case> cases = new ArrayList<>();
    List<String> lines =
        resource("/golden/math/formulas.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("# "))
            .toList();
    for (int i = 0; i < lines.size(); i += 2) {
      String formula = lines.get(i);
      cases.add(
          new Case(formula.startsWith("D "), formula.substring(2), lines.get(i + 1).substring(2)));
    }
    return new Formulas(cases);
  }

  Stream<Case> shown() {
    return cases.stream().filter(c -> !c.isRefused());
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Formulas.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
