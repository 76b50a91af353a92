package dev.platen.study.ledger;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.parameter.Parameters;
import java.nio.file.Path;
import java.util.List;

/**
 * What was asked of a past run: with the same words it would be made again.
 *
 * @param template the notebook's path, absolute
 * @param given the parameters that were given, not the template's defaults
 * @param kernel the name that was asked for, by the notebook or by the user
 * @param inputs the patterns of files that were declared
 */
public record PastRequest(Path template, Parameters given, String kernel, List<String> inputs) {
  public PastRequest {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads it off the run's folder.
   *
   * @throws Fault a storage fault, or {@code SEAL_BROKEN} if run.json can't be read
   */
  public static PastRequest of(PastRun run) {
    JsonObject record = run.folder().readRecord();
    try {
      return new PastRequest(
          Path.of(run.template()),
          new ParametersReader(new Interner()).given(record.object("parameters")),
          record.text("kernel_requested"),
          new JsonArray(record.object("provenance").object("inputs").array("patterns"))
              .strings()
              .orElse(List.of()));
    } catch (BadRecord e) {
      throw Fault.of(FaultKind.SEAL_BROKEN, "run.json " + e.getMessage())
          .where(run.folder().record().toString())
          .mend("take the folder from a copy, or run again")
          .cause(e);
    }
  }
}
