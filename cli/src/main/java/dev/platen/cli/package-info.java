/**
 * The roof. Commands, one class each, and exit codes. Only {@code cli.output} prints, only {@code
 * Main} exits.
 */
@NullMarked
package dev.platen.cli;

import org.jspecify.annotations.NullMarked;
