/**
 * Floor 2. Files that appear whole or not at all, and faults that say what storage refused. Knows
 * {@code fault} only.
 */
@NullMarked
package dev.platen.storage;

import org.jspecify.annotations.NullMarked;
