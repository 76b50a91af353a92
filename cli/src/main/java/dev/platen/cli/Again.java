package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.Parameters;
import dev.platen.run.Template;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.study.ledger.Expectation;
import dev.platen.study.ledger.LedgerIndex;
import dev.platen.study.ledger.PastRequest;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.StudyReader;
import dev.platen.study.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a past run would depend on if it were made again. */
final class Again {
  private final Map<String, String> env;

  Again(Map<String, String> env) {
    this.env = env;
  }

  /** By its own words: its template, its parameters as the template types them now. */
  Expectation asItWasAsked(PastRun run) {
    PastRequest request = PastRequest.of(run);
    Template template = template(request.template());
    DeclaredInputs inputs = new DeclaredInputs(template.dir(), request.inputs());
    return expectation(template, request.given(), request.kernel(), inputs, "the run's parameters");
  }

  /** As a study has it now; empty when none of its trials is loosely this run's. */
  Optional<Expectation> asTheStudyHasIt(Path file, PastRun run, LedgerIndex index) {
    LoadedStudy study = StudyReader.load(file);
    Optional<Trial> trial =
        study.spec().space().trials().filter(each -> isOf(each, run, index)).findFirst();
    DeclaredInputs inputs = new DeclaredInputs(study.dir(), study.spec().inputs());
    String kernel = study.spec().run().kernel().orElse(study.template().notebook().kernelName());
    return trial.map(
        each -> expectation(study.template(), each.all(), kernel, inputs, file.toString()));
  }

  private static boolean isOf(Trial trial, PastRun run, LedgerIndex index) {
    OptionalInt repeat =
        trial.seed().isEmpty() ? OptionalInt.of(trial.repeat()) : OptionalInt.empty();
    return index.loosely(trial.all(), repeat).stream()
        .anyMatch(each -> each.folder().equals(run.folder()));
  }

  private Expectation expectation(
      Template template, Parameters given, String kernel, DeclaredInputs inputs, String source) {
    Parameters typed =
        DeclaredParameter.convertAll(given, template.declared().orElse(List.of()), source);
    return Expectation.of(template, template.effective(typed), kernel(template, kernel), inputs);
  }

  private static Template template(Path path) {
    if (Files.notExists(path)) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "the run's template isn't there any more")
          .where(path.toString())
          .found("no such file")
          .mend("put it back, or name the study that runs it now: --study FILE");
    }
    return Template.read(path);
  }

  private Optional<KernelSpec> kernel(Template template, String name) {
    try {
      String language = template.notebook().language();
      return Optional.of(new KernelSpecs(env, template.dir()).find(name, language, "run.json"));
    } catch (Fault e) {
      // That it isn't there is one of the answers.
      return Optional.empty();
    }
  }
}
