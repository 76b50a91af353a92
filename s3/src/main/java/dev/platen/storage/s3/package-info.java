/**
 * A module of its own. Notebooks in S3 and in what speaks like it, by Amazon's own library, which
 * nothing else knows. Knows {@code storage} and {@code fault}.
 */
@NullMarked
package dev.platen.storage.s3;

import org.jspecify.annotations.NullMarked;
