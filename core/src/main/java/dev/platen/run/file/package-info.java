/**
 * Floor 3. A run that leaves one notebook file and nothing else, as papermill's do: the notebook
 * executed, saved as it goes, with every output in a journal beside it until it is whole. Knows
 * what {@code run} knows; {@code run} doesn't know it.
 */
@NullMarked
package dev.platen.run.file;

import org.jspecify.annotations.NullMarked;
