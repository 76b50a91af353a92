/**
 * Floor 4. The study file: what it says, and everything that is wrong with it, in its place. Knows
 * {@code study.trial}, {@code report}, {@code storage} and {@code parameter}, and starts nothing.
 */
@NullMarked
package dev.platen.study.spec;

import org.jspecify.annotations.NullMarked;
