/**
 * Floor 2, under {@code report}. Finds mathematics in text and writes it. Knows {@code
 * report.html}.
 */
@NullMarked
package dev.platen.report.tex;

import org.jspecify.annotations.NullMarked;
