/**
 * Floor 2, under {@code report}. One class for each family of MIME types that an output can have,
 * and the order in which they are tried. Knows the other packages under {@code report}, and {@code
 * notebook}.
 */
@NullMarked
package dev.platen.report.mime;

import org.jspecify.annotations.NullMarked;
