/** Runs as event files, which TensorBoard's HParams and Scalars pages show. */
@NullMarked
package dev.platen.study.export.tensorboard;

import org.jspecify.annotations.NullMarked;
