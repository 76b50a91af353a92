/** Roof. Opens a page in the user's own browser. Knows nothing else of Platen. */
@NullMarked
package dev.platen.cli.browser;

import org.jspecify.annotations.NullMarked;
