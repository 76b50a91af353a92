/**
 * Floor 0. What is wrong, where, and how to mend it: the one exception of the project and its
 * parts. Knows no other package.
 */
@NullMarked
package dev.platen.fault;

import org.jspecify.annotations.NullMarked;
