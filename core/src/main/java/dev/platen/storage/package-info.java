/**
 * Floor 2. Files that appear whole or not at all, storages of other machines by the scheme of a
 * place, and faults that say what storage refused. Knows {@code fault} and {@code hash}; {@code
 * storage.http} knows {@code json} too.
 */
@NullMarked
package dev.platen.storage;

import org.jspecify.annotations.NullMarked;
