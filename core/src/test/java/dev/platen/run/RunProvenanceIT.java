package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.Cancellation;
import dev.platen.execute.RunStatus;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.ProjectScope;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What run.json says of all that a run depended on, on a real ipykernel. */
class RunProvenanceIT {
  private static final String TEMPLATE =
      """
      {"nbformat": 4, "nbformat_minor": 5,
       "metadata": {"kernelspec": {"name": "python3", "display_name": "", "language": "python"}},
       "cells": [
        {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# Title"},
        {"cell_type": "code", "id": "c", "metadata": {}, "execution_count": null, "outputs": [],
         "source": "import numpy, model; open('data/b.csv', 'w').write(str(model.X)); print(model.X)"}]}
      """;

  @TempDir Path project;

  @AfterEach
  void makeRemovable() throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String sha(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject object(JsonValue value) {
    return (JsonObject) value;
  }

  @Test
  void aRunTellsWhatWillMakeItStale() throws Exception {
    write("report.ipynb", TEMPLATE);
    write("model.py", "X = 1\n");
    write("data/a.csv", "a");
    write("data/b.csv", "b");
    Files.createDirectory(project.resolve("runs"));
    Path template = project.resolve("report.ipynb");
    Path root = ProjectScope.rootOf(project);
    ProjectSnapshot snapshot =
        ProjectSnapshot.take(root, template, project.resolve("runs/snapshots"));
    write("model.py", "X = 2\n");
    RunRequest request =
        RunRequest.of(Template.read(template))
            .inputs(new DeclaredInputs(project, List.of("data/*.csv", "none/*")))
            .snapshot(Optional.of(snapshot))
            .build();
    Map<String, String> env = Map.of("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString());
    Clock clock = Clock.systemUTC();

    RunResult result =
        new Runner(new LocalKernels(clock), env, clock)
            .run(request, RunListener.NONE, new Cancellation());

    assertThat(result.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    JsonObject provenance = result.folder().readRecord().object("provenance");
    assertThat(provenance.object("template").text("code_sha256"))
        .isEqualTo(request.template().codeSha256());
    assertThat(provenance.object("kernel").text("spec_sha256")).hasSize(64);
    assertThat(provenance.text("snapshot")).isEqualTo("snapshots/" + snapshot.copy().getFileName());
    assertThat(provenance.has("snapshot_notes")).isFalse();
    JsonObject python = provenance.object("python");
    assertThat(python.object("used_packages").members().keySet()).contains("numpy");
    assertThat(new JsonArray(python.array("search_path")).strings().orElseThrow())
        .contains(project.toRealPath().toString());
    assertThat(object(python.array("imported").get(0)).text("sha256")).isEqualTo(sha("X = 1\n"));
    JsonObject inputs = provenance.object("inputs");
    assertThat(inputs.array("patterns"))
        .containsExactly(new JsonString("data/*.csv"), new JsonString("none/*"));
    assertThat(inputs.array("files")).hasSize(2);
    JsonObject changed = object(inputs.array("files").get(1));
    assertThat(changed.text("sha256")).as("as it was before the first cell").isEqualTo(sha("b"));
    assertThat(changed.array("notes")).hasSize(1);
  }
}
