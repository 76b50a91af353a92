package dev.platen.study.plan;

import dev.platen.study.ledger.BrokenFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A study as a whole, before it starts.
 *
 * @param trials how many there are
 * @param done finished, and still standing
 * @param failedBefore failed, and nothing has changed since
 * @param toRun how many are to be run
 * @param because why, with how many, the most frequent reason first
 * @param parallel how many are run at once
 * @param time that the runs will take, as earlier ones tell; empty when there are none
 * @param bytes that they will take on the disk, likewise
 * @param freeBytes on the disk
 * @param changes in which the study differs from its last start, a line each
 * @param damaged folders of runs that can't be read, and count as nothing
 * @param hints what the user may want to write otherwise, a line each
 */
public record PlanSummary(
    Path outDir,
    long trials,
    long done,
    long failedBefore,
    long toRun,
    Map<String, Long> because,
    int parallel,
    Optional<Duration> time,
    OptionalLong bytes,
    long freeBytes,
    List<String> changes,
    List<BrokenFolder> damaged,
    List<String> hints) {}
