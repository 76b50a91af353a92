package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.RunFolder;
import java.util.List;
import java.util.function.Predicate;

/** Finds the one run that a user means, of all runs in a folder. */
final class RunChoice {
  private static final int SHOWN = 10;

  private final List<RunFolder> folders;

  RunChoice(List<RunFolder> folders) {
    this.folders = folders;
  }

  /**
   * Finds it.
   *
   * @param words a folder's name, a run's id, or a part of a name that no other has
   * @throws Fault {@code USAGE} if there is none, or more than one
   */
  RunFolder find(String words) {
    String sought = words.replaceFirst("/+$", "").replaceFirst("^.*/", "");
    List<RunFolder> found = matching(folder -> name(folder).equals(sought));
    if (found.isEmpty()) {
      found = matching(folder -> folder.id().equals(sought));
    }
    if (found.isEmpty()) {
      found = matching(folder -> name(folder).contains(sought));
    }
    if (found.size() != 1) {
      throw Fault.of(
              FaultKind.USAGE,
              found.isEmpty()
                  ? "no run '" + words + "'"
                  : "'" + words + "' may be any of several runs")
          .where("RUN, the command line")
          .found(found.isEmpty() ? list(folders) : list(found))
          .mend("name a run's folder, its id, or a part that no other has");
    }
    return found.get(0);
  }

  private List<RunFolder> matching(Predicate<RunFolder> condition) {
    return folders.stream().filter(condition).toList();
  }

  private static String name(RunFolder folder) {
    return String.valueOf(folder.path().getFileName());
  }

  private static String list(List<RunFolder> folders) {
    String names = String.join(", ", folders.stream().limit(SHOWN).map(RunChoice::name).toList());
    int more = folders.size() - SHOWN;
    return names.isEmpty() ? "no run at all" : more > 0 ? names + " and " + more + " more" : names;
  }
}
