/** The runs of a folder as a table whose columns have types. */
@NullMarked
package dev.platen.study.export.table;

import org.jspecify.annotations.NullMarked;
