package dev.platen.run;

import dev.platen.execute.Execution;
import java.time.Duration;

/** What a run left. */
public record RunResult(RunFolder folder, Execution execution, Duration duration) {}
