package dev.platen.run;

import dev.platen.hash.Sha256;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.inspect.Inspectors;
import dev.platen.run.provenance.CodeHash;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The notebook that runs are made of.
 *
 * @param path absolute
 * @param sha256 of the file's bytes, hex
 * @param declared what its parameters cell declares; empty when nothing can be known
 */
public record Template(
    Path path, Notebook notebook, String sha256, Optional<List<DeclaredParameter>> declared) {

  /**
   * Reads a template.
   *
   * @throws dev.platen.fault.Fault a storage fault, or {@code NOTEBOOK_INVALID} with everything
   *     that is wrong in it
   */
  public static Template read(Path path) {
    try {
      return of(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw StorageFaults.reading(path, e);
    }
  }

  /**
   * Everything that is known of a run's parameters: the literal defaults, with the given ones in
   * their place.
   */
  public Parameters effective(Parameters given) {
    Map<String, ParameterValue> all = new LinkedHashMap<>();
    for (DeclaredParameter each : declared.orElse(List.of())) {
      each.defaultValue().ifPresent(value -> all.put(each.name(), value));
    }
    all.putAll(given.values());
    return new Parameters(all);
  }

  /**
   * A template whose file was read already, or has a copy that is to run in its place.
   *
   * @param path where the template lies; may hold something else by now
   * @throws dev.platen.fault.Fault {@code NOTEBOOK_INVALID} with everything that is wrong in it
   */
  public static Template of(Path path, byte[] bytes) {
    return of(path, bytes, path.toString());
  }

  /**
   * The same for what came from elsewhere.
   *
   * @param name in messages
   */
  public static Template of(Path path, byte[] bytes, String name) {
    Notebook notebook = NotebookReader.read(bytes, name);
    Optional<List<DeclaredParameter>> declared = Inspectors.declared(notebook);
    return new Template(path.toAbsolutePath(), notebook, Sha256.of(bytes), declared);
  }

  /** Of what of it executes: the same after an edit of its text. See {@link CodeHash}. */
  public String codeSha256() {
    return CodeHash.of(notebook);
  }

  /**
   * The same when some cells aren't run: such a run never stands for a whole one.
   *
   * @param leftOut their ids
   */
  String codeSha256(Set<String> leftOut) {
    return CodeHash.of(
        notebook.withCells(
            notebook.cells().stream().filter(cell -> !leftOut.contains(cell.id())).toList()));
  }

  /** The folder it lies in. */
  public Path dir() {
    return path.resolveSibling("").toAbsolutePath();
  }

  /** The file's name without {@code .ipynb}. */
  public String stem() {
    return String.valueOf(path.getFileName()).replaceFirst("\\.ipynb$", "");
  }
}
