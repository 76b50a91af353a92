package dev.platen.study.ledger;

import dev.platen.run.RunFolder;

/**
 * A run's folder that can't be read. It is shown, never trusted, and never touched.
 *
 * @param why in one line, such as {@code run.json is no JSON: line 3, column 9: …}
 */
public record BrokenFolder(RunFolder folder, String why) {}
