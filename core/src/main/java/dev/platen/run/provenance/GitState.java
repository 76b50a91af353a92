package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The git work tree that a folder belongs to, at one moment.
 *
 * @param root the work tree's folder
 * @param commit full hash; empty before the first commit
 * @param branch empty when the head is detached
 * @param remote the URL of {@code origin}, or of the first remote, without any credentials
 * @param dirty whether tracked files differ from the commit
 * @param diff text of {@code git diff HEAD}, at most 1 MiB; "" when clean
 * @param untracked files, and folders with a final slash, that are neither tracked nor ignored
 * @param notes what of this couldn't be learned, or was cut, and why
 */
public record GitState(
    Path root,
    Optional<String> commit,
    Optional<String> branch,
    Optional<String> remote,
    boolean dirty,
    String diff,
    List<String> untracked,
    List<String> notes) {

  public GitState {
    untracked = List.copyOf(untracked);
    notes = List.copyOf(notes);
  }

  /**
   * Asks git; takes some 20 ms in a small work tree, so call it beside the kernel's start.
   *
   * @param dir any folder
   * @return empty when the folder lies in no work tree, or there is no git on the PATH. A work tree
   *     that git refuses to read, as when it belongs to somebody else, is present with git's reason
   *     among its notes
   */
  public static Optional<GitState> of(Path dir) throws InterruptedException {
    return GitQuery.ask(dir);
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("commit", commit.orElse(null))
                .put("branch", branch.orElse(null))
                .put("remote", remote.orElse(null))
                .put("dirty", dirty)
                .put("diff", diff)
                .put("untracked", JsonArray.ofStrings(untracked))
                .put("notes", JsonArray.ofStrings(notes)));
  }
}
