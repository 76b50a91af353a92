/**
 * Floor 1. Parameter values as source code of the template's language, and the cell that carries
 * them: one {@code Translator} per language. Knows {@code parameter}, {@code notebook}, {@code
 * fault}.
 */
@NullMarked
package dev.platen.parameter.translate;

import org.jspecify.annotations.NullMarked;
