package dev.platen.javakernel;

import org.jspecify.annotations.Nullable;

/** The value of a cell that ends with an expression. */
record CellValue(@Nullable Object value) {}
