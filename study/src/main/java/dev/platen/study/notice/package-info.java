/** Tells somebody else how a study goes. */
@NullMarked
package dev.platen.study.notice;

import org.jspecify.annotations.NullMarked;
