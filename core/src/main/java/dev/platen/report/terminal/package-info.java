/**
 * Floor 2, under {@code report}. Text as a terminal would show it: overwritten lines, colours,
 * links. Knows {@code report.html}.
 *
 * @see <a
 *     href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48</a>
 */
@NullMarked
package dev.platen.report.terminal;

import org.jspecify.annotations.NullMarked;
