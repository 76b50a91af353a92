package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that a run depended on.
 *
 * @param git empty outside of a work tree, or without git
 * @param kernel empty when none started
 * @param python empty for other languages, and when the kernel was lost
 * @param workingDir of the kernel
 * @param inputs empty when none were declared
 * @param snapshot what the project's modules were imported from; empty = from where they lie
 * @param platenVersion such as {@code 0.1.0}
 */
public record Provenance(
    Template template,
    ProjectScope scope,
    Path workingDir,
    Optional<GitState> git,
    Optional<KernelRecord> kernel,
    Optional<PythonObservation> python,
    Optional<InputFiles> inputs,
    Optional<ProjectSnapshot> snapshot,
    Host host,
    String platenVersion) {

  /**
   * The template notebook as it was read.
   *
   * @param path relative to the project's root when it lies in it, else as the user named it
   * @param sha256 of the file, in hex
   * @param codeSha256 of what of it executes; see {@link CodeHash}
   */
  public record Template(String path, String sha256, String codeSha256) {
    private JsonObject toJson() {
      return JsonObject.build(
          o -> o.put("path", path).put("sha256", sha256).put("code_sha256", codeSha256));
    }
  }

  /** The keys, always in this order; what isn't known is null. */
  public JsonObject toJson() {
    return JsonObject.build(
        o -> {
          o.put("template", template.toJson())
              .put("project_root", scope.root().toString())
              .put("working_dir", workingDir.toString())
              .put("git", orNull(git.map(GitState::toJson)))
              .put("kernel", orNull(kernel.map(KernelRecord::toJson)))
              .put("python", orNull(python.map(PythonObservation::toJson)))
              .put("host", host.toJson());
          inputs.ifPresent(files -> o.put("inputs", files.toJson()));
          snapshot.ifPresent(
              s -> {
                o.put("snapshot", s.nameFrom(scope.runFolder().resolveSibling("")));
                if (!s.notes().isEmpty()) {
                  o.put("snapshot_notes", JsonArray.ofStrings(s.notes()));
                }
              });
          o.put("platen_version", platenVersion).put("java_version", Runtime.version().toString());
        });
  }

  private static JsonValue orNull(Optional<JsonObject> known) {
    return known.isPresent() ? known.get() : JsonNull.NULL;
  }
}
