package dev.platen.study.ledger;

import dev.platen.fault.Fault;
import dev.platen.run.RunFolder;
import dev.platen.run.Seal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one look at one folder saw: a run, or why it can't be read.
 *
 * @param run null when it can't be read
 * @param why "" when it can
 */
record Look(RunFolder folder, @Nullable PastRun run, String why) {
  /** Larger than any that Platen writes: the diff in it ends at 1 MiB. */
  private static final long MAX_BYTES = 32L << 20;

  /** Looks at a folder; empty when it is none of a run. */
  static Optional<Look> at(Path path, PastRunReader reader) {
    RunFolder folder = new RunFolder(path);
    try {
      // The seal first: once it is there, run.json doesn't change any more.
      // As long as there is a journal somebody is still at it.
      boolean sealed = folder.isFinished();
      Optional<byte[]> record = bytes(folder.record());
      if (record.isEmpty()) {
        return sealed ? Optional.of(broken(folder, "isn't there")) : Optional.empty();
      }
      String issue = sealed ? sealIssue(folder, reader.seal(), record.get()) : "";
      return Optional.of(new Look(folder, reader.read(folder, sealed, issue, record.get()), ""));
    } catch (BadRecord e) {
      return Optional.of(broken(folder, e.getMessage()));
    } catch (AccessDeniedException e) {
      return Optional.of(broken(folder, "may not be read"));
    } catch (IOException e) {
      return Optional.of(broken(folder, "can't be read: " + e.getMessage()));
    }
  }

  private static String sealIssue(RunFolder folder, Seal seal, byte[] record) {
    try {
      return seal.quickCheck(folder, record).stream()
          .findFirst()
          .map(issue -> issue.where() + " " + issue.message())
          .orElse("");
    } catch (Fault e) {
      // One file that can't be read is no reason to show none of the other runs.
      return String.valueOf(e.getMessage());
    }
  }

  private static Look broken(RunFolder folder, @Nullable String why) {
    return new Look(folder, null, "run.json " + why);
  }

  /** Empty when there is no such file, or what should hold it is no folder. */
  private static Optional<byte[]> bytes(Path file) throws IOException, BadRecord {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      if (Files.isDirectory(file.resolveSibling(""))) {
        throw e;
      }
      return Optional.empty();
    }
    if (!attributes.isRegularFile()) {
      throw new BadRecord("is no file");
    }
    if (attributes.size() > MAX_BYTES) {
      throw new BadRecord("has " + attributes.size() + " bytes, too many for one");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  /** Whether a later look would see the same: nothing changes a sealed run. */
  boolean isFinal() {
    return run != null && run.sealed();
  }
}
