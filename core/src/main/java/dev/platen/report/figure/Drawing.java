package dev.platen.report.figure;

/** What becomes of an output that lives by scripts. */
public sealed interface Drawing permits Frame, Loader, Undrawn {}
