/**
 * Roof. What {@code platen papermill} and {@code platen execute} do behind their options: paths,
 * parameters, help and the run itself. Prints by way of {@code cli.output}.
 */
@NullMarked
package dev.platen.cli.papermill;

import org.jspecify.annotations.NullMarked;
