package dev.platen.report;

/** One thing known about a run, such as its Git commit. */
public record Fact(String label, String value) {}
