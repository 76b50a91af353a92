/**
 * Floor 2, under {@code report}. Markdown as Jupyter writes it, with mathematics, attachments and
 * an outline over all cells. Knows {@code report.html}, {@code report.tex}, {@code report.code} and
 * {@code notebook}.
 *
 * @see <a href="https://spec.commonmark.org/">CommonMark</a>
 */
@NullMarked
package dev.platen.report.markdown;

import org.jspecify.annotations.NullMarked;
