/**
 * Floor 1. Metrics: the numbers, words and small tables by which runs are compared, read off an
 * executed notebook's outputs in every form that tools write them. Knows {@code notebook}.
 */
@NullMarked
package dev.platen.metric;

import org.jspecify.annotations.NullMarked;
