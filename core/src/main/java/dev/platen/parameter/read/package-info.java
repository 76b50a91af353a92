/**
 * Floor 1. Parameters from what people write: YAML or JSON files, and {@code name=value} on the
 * command line; and other YAML files as values that know their places. Knows {@code parameter} and
 * {@code fault}; the only package with the YAML library.
 */
@NullMarked
package dev.platen.parameter.read;

import org.jspecify.annotations.NullMarked;
