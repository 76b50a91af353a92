package dev.platen.study.compare;

import dev.platen.hash.Sha256;
import dev.platen.run.provenance.FileRecord;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project's files as runs imported them: from the snapshots that studies took, or where they
 * lie, as long as they are still the same. Whatever is read has the hash that the run recorded.
 */
final class SourceFiles {
  private static final int MOST_SNAPSHOTS = 64;

  private final Map<Path, List<Path>> snapshots = new HashMap<>();

  /** What the file said; empty if it isn't to be found any more, or is longer than so much. */
  Optional<String> read(PastRun run, FileRecord file, int mostBytes) {
    String hash = file.sha256().orElse("");
    if (hash.isEmpty() || file.bytes() > mostBytes) {
      return Optional.empty();
    }
    try {
      List<Path> places = new ArrayList<>();
      snapshots(run).forEach(snapshot -> places.add(snapshot.resolve(file.path())));
      places.add(Path.of(run.inputs().projectRoot()).resolve(file.path()));
      for (Path place : places) {
        Optional<String> text = read(place, hash, mostBytes);
        if (text.isPresent()) {
          return text;
        }
      }
    } catch (InvalidPathException e) {
      // Recorded on another system; here it names nothing.
    }
    return Optional.empty();
  }

  /** Nothing but regular files is opened: a record may be a stranger's. */
  private static Optional<String> read(Path place, String hash, int mostBytes) {
    try {
      if (Files.isRegularFile(place) && Files.size(place) <= mostBytes) {
        byte[] bytes = Files.readAllBytes(place);
        if (Sha256.of(bytes).equals(hash)) {
          return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The page names the file all the same.
    }
    return Optional.empty();
  }

  private List<Path> snapshots(PastRun run) {
    Path dir = run.folder().path().resolveSibling(ProjectSnapshot.FOLDER);
    return snapshots.computeIfAbsent(dir, SourceFiles::list);
  }

  private static List<Path> list(Path dir) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(dir)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(dir)) {
        for (Path each : all) {
          if (found.size() < MOST_SNAPSHOTS) {
            found.add(each);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        // Then the files are looked for where they lie.
      }
    }
    return found;
  }
}
