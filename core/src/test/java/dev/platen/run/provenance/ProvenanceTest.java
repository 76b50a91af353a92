package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.KernelInfoReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  private static final Host HOST = new Host("box", "Linux 6.1", "amd64", 2, 1024, List.of("A100"));

  private static final ProjectSnapshot SNAPSHOT =
      new ProjectSnapshot(Path.of("/p"), Path.of("/p/runs/snapshots/ab12"), List.of("cut"));

  private static InputFiles inputs() {
    return new InputFiles(
        List.of("data/*.csv"),
        List.of(FileRecord.missing("data/a.csv", FileNote.UNREADABLE)),
        List.of());
  }

  private static KernelRecord kernel() {
    KernelSpec spec =
        new KernelSpec(
            "python3",
            Path.of("/e/share/jupyter/kernels/python3"),
            Path.of("/e"),
            "VIRTUAL_ENV",
            List.of("python", "-f", "{connection_file}"),
            "Python 3",
            "python",
            KernelSpec.InterruptMode.SIGNAL,
            Map.of(),
            JsonObject.EMPTY);
    JsonObject language = JsonObject.build(o -> o.put("name", "python").put("version", "3.11.7"));
    return KernelRecord.of(spec, new KernelInfoReply("5.4", "ipython", "9.1", language));
  }

  private static PythonObservation python() {
    FileRecord model =
        new FileRecord(
            "lib/model.py",
            3,
            Optional.of(Instant.parse("2024-01-01T00:00:00Z")),
            Optional.of("ab12"),
            List.of(FileNote.CHANGED_DURING_RUN));
    return new PythonObservation(
        "3.11.7",
        "cpython",
        "/e/bin/python",
        Path.of("/e"),
        PythonObservation.Environment.VENV,
        List.of(Path.of("/e/lib")),
        new TreeMap<>(Map.of("numpy", "2.4.6", "pip", "24.0")),
        new TreeMap<>(Map.of("numpy", "2.4.6")),
        List.of(model),
        List.of(FileRecord.missing("/data/x.csv", FileNote.VANISHED)),
        List.of());
  }

  private static String json(Optional<GitState> git, boolean withKernel, boolean extras)
      throws IOException {
    Provenance provenance =
        new Provenance(
            new Provenance.Template("report.ipynb", "cd34", "ef56"),
            new ProjectScope(Path.of("/p"), Path.of("/p/runs/a")),
            Path.of("/p/w"),
            git,
            withKernel ? Optional.of(kernel()) : Optional.empty(),
            withKernel ? Optional.of(python()) : Optional.empty(),
            extras ? Optional.of(inputs()) : Optional.empty(),
            extras ? Optional.of(SNAPSHOT) : Optional.empty(),
            HOST,
            "0.1.0");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter.compact(provenance.toJson(), out);
    return out.toString(StandardCharsets.UTF_8)
        .replace("\"" + Runtime.version() + "\"", "\"JAVA\"")
        .replaceAll("\"spec_sha256\":\"[0-9a-f]{64}\"", "\"spec_sha256\":\"SPEC\"");
  }

  @Test
  void everythingThatIsKnownIsWrittenInOneOrder() throws Exception {
    GitState git =
        new GitState(
            Path.of("/p"),
            Optional.of("0f0f"),
            Optional.of("main"),
            Optional.of("https://example.org/p.git"),
            true,
            "-a\n+b\n",
            List.of("new.csv"),
            List.of());
    assertThat(json(Optional.of(git), true, true))
        .isEqualTo(
            """
            {"template":{"path":"report.ipynb","sha256":"cd34","code_sha256":"ef56"},\
            "project_root":"/p","working_dir":"/p/w",\
            "git":{"commit":"0f0f","branch":"main","remote":"https://example.org/p.git",\
            "dirty":true,"diff":"-a\\n+b\\n","untracked":["new.csv"],"notes":[]},\
            "kernel":{"name":"python3","display_name":"Python 3","origin":"VIRTUAL_ENV",\
            "argv":["python","-f","{connection_file}"],"language":"python",\
            "language_version":"3.11.7","implementation":"ipython 9.1",\
            "spec_sha256":"SPEC"},\
            "python":{"version":"3.11.7","implementation":"cpython",\
            "executable":"/e/bin/python","prefix":"/e","environment":"venv",\
            "search_path":["/e/lib"],"packages":{"numpy":"2.4.6","pip":"24.0"},\
            "used_packages":{"numpy":"2.4.6"},\
            "imported":[{"path":"lib/model.py","bytes":3,"modified":"2024-01-01T00:00:00Z",\
            "sha256":"ab12","notes":["changed_during_run"]}],\
            "read":[{"path":"/data/x.csv","notes":["vanished"]}],"notes":[]},\
            "host":{"name":"box","os":"Linux 6.1","arch":"amd64","cores":2,\
            "memory_bytes":1024,"gpus":["A100"]},\
            "inputs":{"patterns":["data/*.csv"],\
            "files":[{"path":"data/a.csv","notes":["unreadable"]}]},\
            "snapshot":"snapshots/ab12","snapshot_notes":["cut"],\
            "platen_version":"0.1.0","java_version":"JAVA"}""");
  }

  @Test
  void whatIsNotKnownIsNull() throws Exception {
    assertThat(json(Optional.empty(), false, false))
        .contains("\"git\":null,\"kernel\":null,\"python\":null,\"host\":{")
        .doesNotContain("inputs", "snapshot");
  }

  @Test
  void namesAreRelativeInTheProjectAlsoThroughALinkToIt(@TempDir Path temp) throws Exception {
    Path real = Files.createDirectory(temp.resolve("real")).toRealPath();
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);
    ProjectScope scope = ProjectScope.of(link, Optional.empty(), link.resolve("runs"));
    assertThat(scope.name(link.resolve("data/../a.csv"))).isEqualTo("a.csv");
    assertThat(scope.name(real.resolve("a.csv"))).isEqualTo("a.csv");
    assertThat(scope.name(temp.resolve("a.csv"))).isEqualTo(temp.resolve("a.csv").toString());
  }
}
