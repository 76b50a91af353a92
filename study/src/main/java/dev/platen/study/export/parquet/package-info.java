/** Tables as Apache Parquet files, without Parquet's libraries and their megabytes. */
@NullMarked
package dev.platen.study.export.parquet;

import org.jspecify.annotations.NullMarked;
