package dev.platen.study.ledger;

/** PLACEHOLDER. */
public record Verdict(String input) {}
