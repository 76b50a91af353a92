/**
 * The compare page over HTTP, while runs are being made: {@code docs/serve.md}. Looks at the run
 * folders alone, for runs are made by other processes. Knows {@code compare} and {@code ledger}.
 */
@NullMarked
package dev.platen.study.serve;

import org.jspecify.annotations.NullMarked;
