package dev.platen.study.label;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to change of a run's mark.
 *
 * @param add labels that it gets
 * @param remove labels that it loses
 * @param note the new note, "" to take it away; empty to leave it
 * @param star whether it is to have one; empty to leave it
 */
public record MarkChange(
    List<String> add, List<String> remove, Optional<String> note, Optional<Boolean> star) {
  private static final int LONGEST_LABEL = 64;
  private static final int MOST_LABELS = 32;
  private static final int LONGEST_NOTE = 10_000;

  /**
   * Checks that all of it can be shown.
   *
   * @throws Fault {@code USAGE}
   */
  public MarkChange {
    add = add.stream().map(MarkChange::checked).toList();
    remove = remove.stream().map(String::strip).toList();
    note = note.map(MarkChange::checkedNote);
  }

  /** Whether nothing changes. */
  public boolean isNone() {
    return add.isEmpty() && remove.isEmpty() && note.isEmpty() && star.isEmpty();
  }

  RunMark of(RunMark mark) {
    Set<String> labels = new TreeSet<>(mark.labels());
    remove.forEach(labels::remove);
    labels.addAll(add);
    if (labels.size() > MOST_LABELS) {
      throw Fault.of(FaultKind.USAGE, "a run can't have more than " + MOST_LABELS + " labels")
          .where("--add")
          .found(labels.size() + " of them")
          .mend("take others away with --remove");
    }
    return new RunMark(List.copyOf(labels), note.orElse(mark.note()), star.orElse(mark.star()));
  }

  /** A label is a word or a few: runs.csv joins them by commas. */
  private static String checked(String label) {
    String bare = label.strip();
    boolean isPlain =
        !bare.isEmpty()
            && bare.length() <= LONGEST_LABEL
            && bare.indexOf(',') < 0
            && bare.codePoints().noneMatch(Character::isISOControl);
    if (!isPlain) {
      throw Fault.of(FaultKind.USAGE, "this is no label")
          .where("--add")
          .found(quoted(bare))
          .mend("take 1 to " + LONGEST_LABEL + " letters on one line, without a comma");
    }
    return bare;
  }

  private static String checkedNote(String note) {
    String bare = note.strip();
    if (bare.length() > LONGEST_NOTE) {
      throw Fault.of(FaultKind.USAGE, "the note is too long")
          .where("--note")
          .found(bare.length() + " characters, beginning with " + quoted(bare))
          .mend(
              "keep it under %d characters; longer texts belong in the notebook"
                  .formatted(LONGEST_NOTE));
    }
    return bare;
  }

  private static String quoted(String text) {
    return text.length() > LONGEST_LABEL
        ? "'" + text.substring(0, LONGEST_LABEL) + "…'"
        : "'" + text + "'";
  }
}
