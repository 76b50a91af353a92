package dev.platen.notebook.validate;

import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Says everything that is wrong with a notebook's JSON. */
public final class NotebookValidator {
  private static final int MOST_MINOR = Nbformat4Rules.NEWEST_MINOR;

  private NotebookValidator() {}

  /**
   * Checks nbformat 4 by its own minor version: 4.0 to 4.5, later ones and a minor version that is
   * missing or wrong by the rules of 4.5.
   *
   * <p>Not faults, because Jupyter mends them too: a missing or repeated cell id; missing {@code
   * outputs}, {@code execution_count} and output {@code metadata}; missing names in {@code
   * kernelspec} and {@code language_info}. Nor are keys that nbformat doesn't know.
   *
   * @return the faults with their JSON paths, in the notebook's order; empty for a valid one
   */
  public static List<Issue> check(JsonObject notebook) {
    long minor = notebook.integer("nbformat_minor").orElse((long) MOST_MINOR);
    int known = minor < 0 || minor > MOST_MINOR ? MOST_MINOR : (int) minor;
    return check(notebook, Nbformat4Rules.ofMinor(known));
  }

  /** Checks of nbformat 3 what the upgrade to 4 takes for granted, as {@link #check}. */
  public static List<Issue> checkNbformat3(JsonObject notebook) {
    return check(notebook, Nbformat3Rules.NOTEBOOK);
  }

  /** Whether the text may be a cell's id: 1 to 64 letters, digits, {@code -} or {@code _}. */
  public static boolean isCellId(String text) {
    return Nbformat4Rules.isCellId(text);
  }

  private static List<Issue> check(JsonObject notebook, Rule rule) {
    List<Issue> found = new ArrayList<>();
    rule.check(notebook, Place.ROOT, found);
    return List.copyOf(found);
  }
}
