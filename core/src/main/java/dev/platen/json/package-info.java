/**
 * Floor 0. JSON as immutable values, read and written by streaming, so that notebooks and messages
 * need no data-binding library on the start path. Integers of any size, NaN and lone surrogates
 * survive. What is long may stay in its file until it is asked for. Knows {@code fault} only.
 */
@NullMarked
package dev.platen.json;

import org.jspecify.annotations.NullMarked;
