package dev.platen.run.provenance;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonWriter;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes one snapshot. Used once. */
final class SnapshotTaking {
  private static final int NAME_LENGTH = 16;

  /** One file to be copied. */
  static final class Source {
    private final byte[] bytes;
    private final FileTime modified;

    Source(byte[] bytes, FileTime modified) {
      this.bytes = bytes;
      this.modified = modified;
    }

    byte[] bytes() {
      return bytes;
    }

    FileTime modified() {
      return modified;
    }
  }

  private final Path template;
  private final byte[] templateBytes;
  private final Path snapshots;
  private final ModuleSearch.Bounds bounds;
  private final List<String> notes = new ArrayList<>();

  SnapshotTaking(Path template, byte[] templateBytes, Path snapshots, ModuleSearch.Bounds bounds) {
    this.template = template.toAbsolutePath().normalize();
    this.templateBytes = templateBytes;
    this.snapshots = snapshots.toAbsolutePath().normalize();
    this.bounds = bounds;
  }

  ProjectSnapshot take(Path project) {
    Path root = project.toAbsolutePath().normalize();
    Path own = template.resolveSibling("");
    ModuleSearch found = search(root);
    if (found.isCut() && !root.equals(own) && own.startsWith(root)) {
      notes.add(
          "the project is too large: only modules under "
              + root.relativize(own)
              + " are in the snapshot; others are imported as they are");
      root = own;
      found = search(root);
    }
    if (found.isCut()) {
      notes.add("only the first " + found.modules().size() + " modules are in the snapshot");
    }
    SortedMap<String, Source> sources = read(root, found.modules());
    Path copy = snapshots.resolve(name(sources));
    if (!Files.isDirectory(copy)) {
      new SnapshotFolder(snapshots).write(copy, sources);
    }
    check(copy, sources);
    return new ProjectSnapshot(root, copy, notes);
  }

  private ModuleSearch search(Path root) {
    OutFolder out = new OutFolder(snapshots.resolveSibling(""), template.resolveSibling(""));
    Predicate<Path> excluded = folder -> folder.equals(snapshots) || out.holds(folder);
    return ModuleSearch.in(root, excluded, bounds);
  }

  /** By name, with slashes. */
  private SortedMap<String, Source> read(Path root, List<Path> modules) {
    SortedMap<String, Source> sources = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    for (Path module : modules) {
      String name = root.relativize(module).toString();
      try {
        // The time is taken first: should the file change now, the record's time is the older one.
        FileTime modified = Files.getLastModifiedTime(module);
        sources.put(name, new Source(Files.readAllBytes(module), modified));
      } catch (IOException e) {
        notes.add(name + " can't be read, and isn't in the snapshot");
      }
    }
    Path name = template.startsWith(root) ? root.relativize(template) : template.getFileName();
    sources.put(name.toString(), new Source(templateBytes, templateTime()));
    return sources;
  }

  private FileTime templateTime() {
    try {
      return Files.getLastModifiedTime(template);
    } catch (IOException e) {
      throw StorageFaults.reading(template, e);
    }
  }

  /** As a seal's: over the lines of {@code sha256sum}. */
  private static String name(SortedMap<String, Source> sources) {
    StringBuilder list = new StringBuilder();
    sources.forEach(
        (name, source) ->
            list.append(Sha256.of(source.bytes())).append("  ").append(name).append('\n'));
    return Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH);
  }

  private static void check(Path copy, SortedMap<String, Source> sources) {
    try {
      if (!SnapshotFolder.holds(copy, sources)) {
        throw Fault.of(FaultKind.SEAL_BROKEN, "a snapshot of the project was changed")
            .where(copy.toString())
            .found("other files than it was made of")
            .mend("move the folder away; it is made anew");
      }
    } catch (IOException e) {
      throw StorageFaults.reading(copy, e);
    }
  }
}
