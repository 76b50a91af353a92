/**
 * Statistics of repeats: what a group's values say, whether one group is better than another, and
 * which groups are losing. Numbers in, numbers and words out; reads and writes nothing.
 */
@NullMarked
package dev.platen.study.stats;

import org.jspecify.annotations.NullMarked;
