/**
 * Prints HTML pages as PDF, by a browser of the machine's. The only part of {@code export} that
 * touches the world.
 */
@NullMarked
package dev.platen.export.pdf;

import org.jspecify.annotations.NullMarked;
