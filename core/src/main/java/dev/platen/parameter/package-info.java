/**
 * Floor 1. The values that a template is run with, in no language: {@code Parameters} by name, what
 * the template declares, and whether the two fit. Text becomes values in {@code parameter.read},
 * values become code in {@code parameter.translate}, a template's cell becomes declarations in
 * {@code parameter.inspect}; each of these knows this package and not the others. Knows {@code
 * fault}, {@code json} and {@code notebook}.
 */
@NullMarked
package dev.platen.parameter;

import org.jspecify.annotations.NullMarked;
