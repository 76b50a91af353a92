package dev.platen.run;

import dev.platen.execute.ExecutionOptions;
import dev.platen.json.JsonObject;
import dev.platen.parameter.Parameters;
import dev.platen.report.ReportOptions;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.ProjectSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run to be made.
 *
 * @param parameters those that differ from the template's own, typed as it wants them
 * @param unknown what happens to a parameter that the template doesn't declare
 * @param kernel the kernelspec's name; empty = the template's
 * @param outDir the folder in which the run's folder is made
 * @param workingDir of the kernel
 * @param env variables for the kernel, added to Platen's own
 * @param startTimeout from the kernel's launch to its first answer
 * @param title of the report; empty = the template's first heading, or its file's name
 * @param record metrics: by name the expression that the kernel evaluates after the last cell
 * @param inputs more files on which the run depends, beside those that the kernel itself tells of
 * @param snapshot the project's modules as they are to be imported; empty = as they are by then
 * @param memoryLimit bytes that the kernel and all it started may take together; empty = no limit
 * @param label what the folder's name says, before it is made safe; empty = the parameters
 * @param extra what else the caller wants in run.json, by keys that Platen itself doesn't use
 */
public record RunRequest(
    Template template,
    Parameters parameters,
    Unknown unknown,
    Optional<String> kernel,
    Path outDir,
    Path workingDir,
    Map<String, String> env,
    ExecutionOptions execution,
    Duration startTimeout,
    Optional<String> title,
    ReportOptions report,
    Map<String, String> record,
    DeclaredInputs inputs,
    Optional<ProjectSnapshot> snapshot,
    OptionalLong memoryLimit,
    Optional<String> label,
    JsonObject extra) {

  /** What happens to unknown parameters. */
  public enum Unknown {
    REFUSED,
    ALLOWED
  }

  public RunRequest {
    env = Map.copyOf(env);
    record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
  }

  /** The same run with these variables for the kernel instead. */
  public RunRequest withEnv(Map<String, String> env) {
    return new RunRequest(
        template,
        parameters,
        unknown,
        kernel,
        outDir,
        workingDir,
        env,
        execution,
        startTimeout,
        title,
        report,
        record,
        inputs,
        snapshot,
        memoryLimit,
        label,
        extra);
  }

  /** A run with everything else as usual. */
  public static Builder of(Template template) {
    return new Builder(template);
  }

  /** Collects what is unusual about a run. */
  public static final class Builder {
    private final Template template;
    private Parameters parameters = Parameters.EMPTY;
    private Unknown unknown = Unknown.REFUSED;
    private Optional<String> kernel = Optional.empty();
    private Path outDir;
    private Path workingDir;
    private Map<String, String> env = Map.of();
    private ExecutionOptions execution = ExecutionOptions.DEFAULT;
    private Duration startTimeout = Duration.ofSeconds(60);
    private Optional<String> title = Optional.empty();
    private ReportOptions report = ReportOptions.DEFAULT;
    private Map<String, String> record = Map.of();
    private DeclaredInputs inputs;
    private Optional<ProjectSnapshot> snapshot = Optional.empty();
    private OptionalLong memoryLimit = OptionalLong.empty();
    private Optional<String> label = Optional.empty();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(Template template) {
      this.template = template;
      this.outDir = template.dir().resolve("runs");
      this.workingDir = template.dir();
      this.inputs = DeclaredInputs.none(template.dir());
    }

    public Builder parameters(Parameters parameters) {
      this.parameters = parameters;
      return this;
    }

    public Builder unknown(Unknown unknown) {
      this.unknown = unknown;
      return this;
    }

    public Builder kernel(Optional<String> kernel) {
      this.kernel = kernel;
      return this;
    }

    public Builder outDir(Path outDir) {
      this.outDir = outDir;
      return this;
    }

    public Builder workingDir(Path workingDir) {
      this.workingDir = workingDir;
      return this;
    }

    public Builder env(Map<String, String> env) {
      this.env = env;
      return this;
    }

    public Builder execution(ExecutionOptions execution) {
      this.execution = execution;
      return this;
    }

    public Builder startTimeout(Duration startTimeout) {
      this.startTimeout = startTimeout;
      return this;
    }

    public Builder title(Optional<String> title) {
      this.title = title;
      return this;
    }

    public Builder report(ReportOptions report) {
      this.report = report;
      return this;
    }

    public Builder record(Map<String, String> record) {
      this.record = record;
      return this;
    }

    public Builder inputs(DeclaredInputs inputs) {
      this.inputs = inputs;
      return this;
    }

    public Builder snapshot(Optional<ProjectSnapshot> snapshot) {
      this.snapshot = snapshot;
      return this;
    }

    public Builder memoryLimit(OptionalLong memoryLimit) {
      this.memoryLimit = memoryLimit;
      return this;
    }

    public Builder label(Optional<String> label) {
      this.label = label;
      return this;
    }

    public Builder extra(JsonObject extra) {
      this.extra = extra;
      return this;
    }

    public RunRequest build() {
      return new RunRequest(
          template,
          parameters,
          unknown,
          kernel,
          outDir,
          workingDir,
          env,
          execution,
          startTimeout,
          title,
          report,
          record,
          inputs,
          snapshot,
          memoryLimit,
          label,
          extra);
    }
  }
}
