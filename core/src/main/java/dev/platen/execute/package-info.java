/**
 * Floor 2. Runs the cells of a notebook on a kernel and collects what they give. A failing cell is
 * a value. Knows {@code notebook}, {@code message} and {@code kernel}; never storage, parameters or
 * reports.
 */
@NullMarked
package dev.platen.execute;

import org.jspecify.annotations.NullMarked;
