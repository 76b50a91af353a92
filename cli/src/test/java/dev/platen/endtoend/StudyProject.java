package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.run.RunFolder;
import dev.platen.run.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project with a study in it, and what sweeps left there. */
record StudyProject(Path dir) {

  StudyProject write(String name, String text) {
    try {
      Files.writeString(dir.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path study() {
    return dir.resolve("study.yaml");
  }

  Path out() {
    return dir.resolve("runs");
  }

  /** Every folder that holds a run, finished or not, or is about to. */
  List<RunFiles> runs() {
    if (!Files.isDirectory(out())) {
      return List.of();
    }
    return RunFiles.allIn(out()).stream()
        .filter(run -> run.dir().getFileName().toString().contains("~"))
        .toList();
  }

  List<RunFiles> succeeded() {
    return runs().stream().filter(run -> run.status().equals("succeeded")).toList();
  }

  /** How many runs have succeeded, or will have once their folders are finished. */
  long succeededByNow() {
    return runs().stream()
        .filter(run -> Files.exists(run.file("run.json")) && run.status().equals("succeeded"))
        .count();
  }

  /** How often each trial succeeded: its parameters and its repeat, as run.json has them. */
  Map<String, Long> successes() {
    return succeeded().stream()
        .collect(Collectors.groupingBy(StudyProject::trial, TreeMap::new, Collectors.counting()));
  }

  private static String trial(RunFiles run) {
    JsonObject record = run.record();
    StringBuilder words = new StringBuilder();
    JsonObject parameters = record.object("parameters");
    for (String name : parameters.members().keySet()) {
      words.append(name).append('=').append(parameters.object(name).text("display")).append(' ');
    }
    return words
        .append('#')
        .append(record.object("trial").integer("repeat").orElse(-1L))
        .toString();
  }

  /** Every run's folder is sealed, and every seal holds. */
  void isSealed() {
    assertThat(runs())
        .allSatisfy(
            run ->
                assertThat(new Seal(new Sha256()).verify(new RunFolder(run.dir())))
                    .as(run.toString())
                    .isEmpty());
  }

  /** Files that somebody was writing when he was killed, wherever they are. */
  List<Path> temporaryFiles() {
    try (Stream<Path> all = Files.walk(out())) {
      return all.filter(
              file ->
                  file.getFileName().toString().matches("\\..*\\.part|.*\\.tmp|journal\\.jsonl"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs.csv says of each run, by the run's id; values hold no commas. */
  Map<String, Map<String, String>> table() {
    try {
      List<String> lines = Files.readAllLines(out().resolve("runs.csv"));
      String[] names = lines.get(0).split(",", -1);
      Map<String, Map<String, String>> rows = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split(",", -1);
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], values[i]);
        }
        rows.put(row.get("id"), row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs that are there now and weren't then. */
  List<RunFiles> since(List<RunFiles> then) {
    List<RunFiles> now = new ArrayList<>(runs());
    assertThat(now).as("runs that were there").containsAll(then);
    now.removeAll(then);
    return now;
  }
}
