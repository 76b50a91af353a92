/**
 * Floor 2, under {@code report}. Interactive figures: what draws them, and the frames in which they
 * are drawn, which may run scripts and reach nothing. Knows {@code report.html} and {@code
 * notebook}.
 */
@NullMarked
package dev.platen.report.figure;

import org.jspecify.annotations.NullMarked;
