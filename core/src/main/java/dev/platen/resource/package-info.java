/** Floor 0. Texts that the jar brings along: scripts, styles, tables. Knows no other package. */
@NullMarked
package dev.platen.resource;

import org.jspecify.annotations.NullMarked;
