package dev.platen.run.provenance;

import java.nio.file.Path;

/**
 * The project's modules as they were at one moment, kept so that what was queued is what runs.
 *
 * @param root the project's folder
 * @param copy the folder that holds the modules' copies, by their paths relative to the root
 */
public record ProjectSnapshot(Path root, Path copy) {}
