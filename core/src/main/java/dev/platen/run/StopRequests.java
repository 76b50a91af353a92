package dev.platen.run;

import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How another process asks a run, or all that a study runs, to stop: by a small file beside the
 * runs, for which their own process looks. So no process is signalled by a number that may be
 * another's by now, and only who may write into the folder can stop what runs there.
 *
 * <p>A run's request names its folder, which no other run ever has. A study's is different each
 * time: who starts heeds only what is asked from then on.
 */
public final class StopRequests {
  private static final long LOOK_MILLIS = 500;
  private static final String STUDY = "study";

  private final Path dir;

  private StopRequests(Path dir) {
    this.dir = dir;
  }

  /** Those for the runs of a folder. */
  public static StopRequests in(Path outDir) {
    return new StopRequests(outDir.resolve(".platen").resolve("stop"));
  }

  /** Those for a run and its neighbours. */
  public static StopRequests around(RunFolder run) {
    return in(run.path().resolveSibling(""));
  }

  /**
   * Asks a run to stop. It is sealed as interrupted.
   *
   * @throws dev.platen.fault.Fault a storage fault
   */
  public void ask(RunFolder run) {
    write(file(run), "");
  }

  /**
   * Asks every study at work in the folder to begin nothing more and to interrupt what it runs.
   *
   * @throws dev.platen.fault.Fault a storage fault
   */
  public void askStudy() {
    write(dir.resolve(STUDY), UUID.randomUUID().toString());
  }

  public boolean isAsked(RunFolder run) {
    return Files.exists(file(run), LinkOption.NOFOLLOW_LINKS);
  }

  /** Stops a run of this process as soon as somebody asks for it. */
  public Watch watch(RunFolder run, Runnable stop) {
    return new Watch(() -> isAsked(run), stop, () -> forget(file(run)));
  }

  /** Stops a study of this process as soon as somebody asks for it from now on. */
  public Watch watchStudy(Runnable stop) {
    String before = study();
    return new Watch(() -> !study().equals(before), stop, () -> {});
  }

  private Path file(RunFolder run) {
    return dir.resolve(String.valueOf(run.path().getFileName()));
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw StorageFaults.writing(dir, e);
    }
    WholeFile.writeShared(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What was asked last; "" if nothing was, or it can't be read. */
  private String study() {
    try {
      return Files.readString(dir.resolve(STUDY));
    } catch (IOException e) {
      return "";
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays where it is, and stops nothing more.
      return;
    }
  }

  /** Looks for a request until it is closed. */
  public static final class Watch implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final BooleanSupplier isAsked;
    private final Runnable stop;
    private final Runnable end;
    private volatile boolean heeded;

    private Watch(BooleanSupplier isAsked, Runnable stop, Runnable end) {
      this.isAsked = isAsked;
      this.stop = stop;
      this.end = end;
      this.timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "stop requests");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
      if (!heeded && isAsked.getAsBoolean()) {
        heeded = true;
        stop.run();
      }
    }

    /** Whether somebody asked. */
    public boolean isHeeded() {
      return heeded;
    }

    @Override
    public void close() {
      timer.shutdownNow();
      end.run();
    }
  }
}
