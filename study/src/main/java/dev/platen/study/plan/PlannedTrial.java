package dev.platen.study.plan;

import dev.platen.study.trial.Trial;

/** A trial, and whether it is to be run. */
public record PlannedTrial(Trial trial, Need need) {}
