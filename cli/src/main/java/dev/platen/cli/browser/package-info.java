/** Roof. Opens a page in the user's own browser. Knows {@code fault} and {@code storage}. */
@NullMarked
package dev.platen.cli.browser;

import org.jspecify.annotations.NullMarked;
