/**
 * Floor 1. The notebook as values: nbformat 4.5 in memory, whatever was on disk. Only values;
 * reading and writing lie in {@code notebook.json}, checking in {@code notebook.validate}. Knows
 * {@code fault} and {@code json}.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The notebook
 *     file format</a>
 */
@NullMarked
package dev.platen.notebook;

import org.jspecify.annotations.NullMarked;
