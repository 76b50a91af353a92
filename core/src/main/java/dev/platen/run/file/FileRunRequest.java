package dev.platen.run.file;

import dev.platen.execute.ExecutionOptions;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.notebook.Notebook;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One notebook to be run.
 *
 * @param notebook as it is to be run, parameters and {@code metadata.papermill} in it
 * @param workingDir of the kernel
 * @param startTimeout from the kernel's launch to its first answer
 * @param marksErrors whether {@link ErrorMarkers} point at a cell that failed
 */
public record FileRunRequest(
    Notebook notebook,
    KernelSpec kernel,
    Path workingDir,
    ExecutionOptions execution,
    Duration startTimeout,
    SavePlan saves,
    boolean marksErrors) {}
