package dev.platen.report.figure;

/**
 * It can't be drawn here.
 *
 * @param why a sentence for readers
 */
public record Undrawn(String why) implements Drawing {}
