package dev.platen.report.tex;

/**
 * A formula found in a text.
 *
 * @param tex without delimiters; an environment with its {@code \begin} and {@code \end}
 * @param display whether it stands by itself
 * @param end index in the text after its closing delimiter
 */
public record Formula(String tex, boolean display, int end) {}
