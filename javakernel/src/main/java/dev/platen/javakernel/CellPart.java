package dev.platen.javakernel;

import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * A statement of a cell, or a magic line.
 *
 * @param source what is to run
 * @param completeness of the source; a magic is always complete
 * @param start in the cell's text
 * @param end in the cell's text, behind it
 * @param line the line in which it starts, from 1
 */
record CellPart(
    boolean isMagic, String source, Completeness completeness, int start, int end, int line) {}
