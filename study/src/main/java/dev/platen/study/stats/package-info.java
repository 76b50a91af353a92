/**
 * Statistics of repeats: what a group's values say, and whether one group is better than another.
 */
@NullMarked
package dev.platen.study.stats;

import org.jspecify.annotations.NullMarked;
