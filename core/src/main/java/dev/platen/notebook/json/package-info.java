/**
 * Floor 1. Notebook files and values: reads nbformat 3 and 4, writes nbformat 4.5 in the very bytes
 * of Python's nbformat. Knows {@code notebook}, {@code notebook.validate}, {@code json} and {@code
 * fault}.
 */
@NullMarked
package dev.platen.notebook.json;

import org.jspecify.annotations.NullMarked;
