/**
 * Floor 4. Many runs. {@code study.spec} reads what should happen, {@code study.trial} says which
 * trials that makes. Knows {@code run} and every floor below it.
 */
@NullMarked
package dev.platen.study;

import org.jspecify.annotations.NullMarked;
