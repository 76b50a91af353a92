/**
 * Floor 4. Studies: what is to be run of a template, run in parallel, exactly once. {@link
 * dev.platen.study.Study} is the way in for programs.
 */
@NullMarked
package dev.platen.study;

import org.jspecify.annotations.NullMarked;
