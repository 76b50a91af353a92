/** The roof. Everything that people see in the terminal; the only package that prints. */
@NullMarked
package dev.platen.cli.output;

import org.jspecify.annotations.NullMarked;
