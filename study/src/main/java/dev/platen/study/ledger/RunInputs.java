package dev.platen.study.ledger;

import dev.platen.run.provenance.FileRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run says that it depended on, beside its parameters. Runs of one study mostly say the
 * same.
 *
 * @param templatePath relative to {@code projectRoot} when it lies in it, else absolute
 * @param codeSha256 of the template's code; "" when an older Platen didn't record it
 * @param kernel empty when none started
 * @param python empty for other languages, and when the kernel didn't tell
 * @param declared empty when none were declared
 */
public record RunInputs(
    String projectRoot,
    String templatePath,
    String codeSha256,
    Optional<Kernel> kernel,
    Optional<Python> python,
    Optional<Declared> declared) {

  /** Of a run that says nothing. */
  public static final RunInputs NONE =
      new RunInputs("", "", "", Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The kernel.
   *
   * @param specSha256 of how the kernelspec starts it; "" when it wasn't recorded
   * @param observed whether it is one that tells what it imported and read
   */
  public record Kernel(String name, String specSha256, boolean observed) {}

  /**
   * What Python told.
   *
   * @param searchPath empty when it wasn't recorded
   * @param usedPackages by name their versions; empty when they weren't recorded
   */
  public record Python(
      String version,
      String executable,
      String prefix,
      Optional<List<String>> searchPath,
      Optional<Map<String, String>> usedPackages,
      List<FileRecord> imported,
      List<FileRecord> read) {}

  /**
   * Whether its kernel told what it used. One that was lost didn't get to it, nor one that never
   * started; of languages that aren't observed there is nothing to tell.
   */
  public boolean areTold() {
    return python.isPresent() || kernel.filter(k -> !k.observed()).isPresent();
  }

  /** The files that the study's patterns named. */
  public record Declared(List<String> patterns, List<FileRecord> files) {}
}
