/**
 * Floor 2, under {@code report}. Writing HTML that is escaped by construction, and reading HTML of
 * others down to what is harmless. Knows no other package of Platen.
 */
@NullMarked
package dev.platen.report.html;

import org.jspecify.annotations.NullMarked;
