/**
 * Floor 1. Checks a notebook's JSON, before it becomes values, against the rules of nbformat 4.0 to
 * 4.5 (and of nbformat 3 as far as the upgrade needs them), and names every fault with its place.
 * Knows {@code notebook}, {@code json} and {@code fault}; {@code notebook.json} uses it.
 */
@NullMarked
package dev.platen.notebook.validate;

import org.jspecify.annotations.NullMarked;
