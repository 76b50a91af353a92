package dev.platen.report.figure;

/** It only brings a library into the page, and shows nothing by itself. */
public record Loader() implements Drawing {}
