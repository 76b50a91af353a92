/**
 * Floor 1. What a template's parameters cell declares, read from its source without running it: one
 * {@code Inspector} per language. Knows {@code parameter} and {@code notebook}.
 */
@NullMarked
package dev.platen.parameter.inspect;

import org.jspecify.annotations.NullMarked;
