/** What people note of runs: labels, notes and stars, in one file beside the run folders. */
@NullMarked
package dev.platen.study.label;

import org.jspecify.annotations.NullMarked;
