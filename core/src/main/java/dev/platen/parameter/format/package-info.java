/**
 * Floor 1. Paths with fields in braces that parameters fill: Python's format strings, on typed
 * values. Knows {@code parameter} and {@code fault}.
 *
 * @see <a href="https://docs.python.org/3/library/string.html#format-string-syntax">format string
 *     syntax</a>
 */
@NullMarked
package dev.platen.parameter.format;

import org.jspecify.annotations.NullMarked;
