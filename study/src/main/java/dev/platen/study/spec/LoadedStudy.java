package dev.platen.study.spec;

import dev.platen.run.Template;
import java.nio.file.Path;

/**
 * A study and the template that it runs.
 *
 * @param dir the folder to which the study's paths are relative
 * @param text the study file's text
 */
public record LoadedStudy(StudySpec spec, Template template, Path dir, String text) {
  /** The same study, run in another way. */
  public LoadedStudy withRun(RunSettings run) {
    return new LoadedStudy(spec.withRun(run), template, dir, text);
  }
}
