package dev.platen.study.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of runs for the server, as far as it looks at them. */
record ServedFolder(Path dir) {
  static final String REPORT = "<!doctype html><title>A report</title>";

  /** Makes runs with these numbers. */
  static ServedFolder make(Path dir, int runs) throws IOException {
    ServedFolder folder = new ServedFolder(Files.createDirectories(dir));
    for (int i = 0; i < runs; i++) {
      folder.add(i);
    }
    return folder;
  }

  static String name(int number) {
    return "x=" + number + "~" + id(number);
  }

  static String id(int number) {
    String letters = "";
    for (int i = 0, rest = number; i < 6; i++, rest /= 26) {
      letters = (char) ('a' + rest % 26) + letters;
    }
    return letters;
  }

  /** Adds a run that succeeded. */
  Path add(int number) throws IOException {
    Path run = Files.createDirectory(dir.resolve(name(number)));
    Files.writeString(run.resolve("report.html"), REPORT);
    Files.writeString(
        run.resolve("run.json"),
        """
        {"status": "succeeded", "title": "t", "template": {"path": "report.ipynb"},
         "parameters": {"x": {"given": true, "type": "int", "value": %1$d, "display": "%1$d"}},
         "trial": {"study": "s", "varied": ["x"], "seed": [], "repeat": 0, "attempt": 1,
           "goal": {"mse": "min"}},
         "metrics": {"mse": {"type": "number", "value": %2$f, "source": "record"}},
         "started": "2026-11-26T09:00:00.%1$06dZ", "seconds": 1.5}
        """
            .formatted(number, 1.0 / (number + 1)));
    return run;
  }
}
