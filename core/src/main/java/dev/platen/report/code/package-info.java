/** Floor 2, under {@code report}. Colours source code. Knows {@code report.html}. */
@NullMarked
package dev.platen.report.code;

import org.jspecify.annotations.NullMarked;
