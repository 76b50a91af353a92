/** Reads run folders, and says of each what it is worth: done, stale and why, superseded. */
@NullMarked
package dev.platen.study.ledger;

import org.jspecify.annotations.NullMarked;
