/**
 * Floor 4. Which trials a study has: a {@code Space} of {@code Dimension}s, crossed, kept or not by
 * a {@code Where}, and repeated. Values only, nothing of files. Knows {@code parameter} and {@code
 * fault}; the only package with the expression library.
 */
@NullMarked
package dev.platen.study.trial;

import org.jspecify.annotations.NullMarked;
