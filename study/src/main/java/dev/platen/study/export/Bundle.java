package dev.platen.study.export;

import dev.platen.json.JsonWriter;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder of runs as one zip file: the compare page, runs.csv, labels, and every sealed run folder
 * whole, so that the page's links work and seals can be checked wherever it is unpacked. The same
 * runs give the same bytes.
 */
public final class Bundle {
  /**
   * What is in it.
   *
   * @param runs how many
   * @param leftOut those that aren't, and why: they haven't ended, or their seal is broken
   */
  public record Contents(int runs, List<BrokenFolder> leftOut) {}

  /**
   * When a file was written says nothing of its run; a month earlier Java would add the time zone.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Ledger ledger;
  private final String root;
  private final ZipOutputStream zip;

  private Bundle(Ledger ledger, OutputStream out) {
    this.ledger = ledger;
    this.root = ledger.dir().getFileName() + "/";
    this.zip = new ZipOutputStream(out);
  }

  /**
   * Writes it.
   *
   * @param ledger all runs of the folder
   * @throws dev.platen.fault.Fault a storage fault
   */
  public static Contents write(Ledger ledger, Path file) {
    List<PastRun> sealed = Runs.trusted(ledger);
    WholeFile.writeShared(file, out -> new Bundle(ledger, out).write(sealed));
    return new Contents(
        sealed.size(),
        Stream.concat(
                ledger.runs().stream().filter(run -> !run.isTrusted()).map(Bundle::leftOut),
                ledger.broken().stream())
            .toList());
  }

  private static BrokenFolder leftOut(PastRun run) {
    return new BrokenFolder(
        run.folder(), run.sealed() ? "its seal is broken: " + run.sealIssue() : "it isn't sealed");
  }

  private void write(List<PastRun> runs) throws IOException {
    begin("index.html");
    ComparePages.writePage(ledger, zip);
    zip.closeEntry();
    begin("runs.csv");
    ComparePages.writeCsv(ledger, ledger.dir(), zip);
    zip.closeEntry();
    for (String name : List.of(RunMarks.FILE, "race.json")) {
      Path file = ledger.dir().resolve(name);
      if (Files.isRegularFile(file)) {
        copy(name, file);
      }
    }
    TreeMap<String, Path> folders = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    for (PastRun run : runs) {
      Path path = run.folder().path();
      folders.put(String.valueOf(path.getFileName()), path);
    }
    for (Path folder : folders.values()) {
      copy(folder);
    }
    zip.finish();
  }

  private void copy(Path folder) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(
              path -> files.put(ledger.dir().relativize(path).toString().replace('\\', '/'), path));
    }
    for (var file : files.entrySet()) {
      copy(file.getKey(), file.getValue());
    }
  }

  private void copy(String name, Path file) throws IOException {
    begin(name);
    try {
      Files.copy(file, zip);
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(root + name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }
}
