/**
 * All runs of a folder side by side: {@code runs.csv} and the page {@code index.html}. Both are
 * derived from the run folders and can be made again at any time. Knows {@code ledger} and {@code
 * stats}.
 */
@NullMarked
package dev.platen.study.compare;

import org.jspecify.annotations.NullMarked;
