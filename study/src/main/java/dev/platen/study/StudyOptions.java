package dev.platen.study;

import dev.platen.study.plan.Rerun;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a study is run this time.
 *
 * @param name the study's, for people
 * @param outDir takes the runs; empty = {@code runs} beside the study file
 * @param rerun which trials are run again though nothing of theirs has changed
 */
public record StudyOptions(String name, Optional<Path> outDir, Rerun rerun) {}
