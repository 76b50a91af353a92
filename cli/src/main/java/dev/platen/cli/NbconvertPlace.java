package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where documents go and what they are called, as nbconvert does it. One for a command line. */
final class NbconvertPlace {
  /** Stands for the notebook's name, without its ending. */
  static final String NAME = "{notebook_name}";

  /**
   * A document's place.
   *
   * @param document its file
   * @param name without its ending
   */
  record Place(Path document, String name) {}

  private final Optional<String> output;
  private final Optional<Path> dir;
  private final boolean inPlace;
  private final Map<Path, Path> taken = new HashMap<>();

  NbconvertPlace(Optional<String> output, Optional<Path> dir, boolean inPlace) {
    this.output = output;
    this.dir = dir;
    this.inPlace = inPlace;
  }

  /**
   * The place of a notebook's document.
   *
   * @throws Fault if another notebook of this command line has it, or nothing may be written there
   */
  Place of(Path notebook, String stem, String extension) {
    Path folder = dir.orElseGet(() -> notebook.toAbsolutePath().resolveSibling(""));
    String name = name(stem, extension);
    Path document = folder.resolve(name + extension);
    boolean same = Files.exists(document) && isSame(document, notebook);
    if (same && !inPlace && output.isEmpty()) {
      // A notebook made of a notebook replaces it only when that is asked for.
      name = name + ".nbconvert";
      document = folder.resolve(name + extension);
    }
    Path other = taken.putIfAbsent(document.toAbsolutePath().normalize(), notebook);
    if (other != null) {
      throw Fault.of(FaultKind.USAGE, "two notebooks would be written to one file")
          .where(document.toString())
          .found("'" + other + "' and '" + notebook + "'")
          .mend("use " + NAME + " in --output, or convert them into different folders");
    }
    checkUnsealed(document);
    return new Place(document, String.valueOf(Path.of(name).getFileName()));
  }

  private String name(String stem, String extension) {
    String name = inPlace ? stem : output.map(o -> o.replace(NAME, stem)).orElse(stem);
    boolean ended = output.isPresent() && !extension.isEmpty() && name.endsWith(extension);
    return ended ? name.substring(0, name.length() - extension.length()) : name;
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static void checkUnsealed(Path document) {
    RunFolder folder = new RunFolder(document.toAbsolutePath().resolveSibling(""));
    if (Files.exists(folder.seal())) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "the run is sealed; nothing is written into it")
          .where(folder.path().toString())
          .found("a document to be put there: " + document.getFileName())
          .mend("write it elsewhere: --output-dir DIR");
    }
  }
}
