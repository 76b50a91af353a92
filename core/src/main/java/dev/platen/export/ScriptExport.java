package dev.platen.export;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RawCell;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A notebook as a script in its own language: code as it is, each cell under its number {@code #
 * In[3]:}, Markdown as comments. For Python it is what nbconvert writes, to the blank lines, so
 * that old and new scripts can be compared; IPython's magics become calls of {@code get_ipython()}.
 */
public final class ScriptExport {
  private static final String PYTHON_HEADER = "#!/usr/bin/env python\n# coding: utf-8\n\n";

  private final Notebook notebook;
  private final ScriptLanguage language;
  private final Set<Part> leftOut;
  private final StringBuilder script = new StringBuilder();

  private ScriptExport(Notebook notebook, Set<Part> leftOut) {
    this.notebook = notebook;
    this.language = ScriptLanguage.of(notebook);
    this.leftOut = leftOut;
  }

  /** The script. In a language whose comments aren't known it is code only. */
  public static String of(Notebook notebook, Set<Part> leftOut) {
    return new ScriptExport(notebook, leftOut).make();
  }

  /** What scripts of the notebook's language end with, such as {@code .py}; else {@code .txt}. */
  public static String extension(Notebook notebook) {
    return ScriptLanguage.of(notebook).extension();
  }

  private String make() {
    if (language.isPython()) {
      script.append(PYTHON_HEADER);
    }
    for (Cell cell : notebook.cells()) {
      switch (cell.kind()) {
        case CODE -> code((CodeCell) cell);
        case MARKDOWN -> comment(cell.source(), Part.MARKDOWN_CELL);
        case RAW -> raw((RawCell) cell);
      }
    }
    int length = script.length();
    boolean blankEnd = length > 1 && script.charAt(length - 1) == '\n';
    return blankEnd ? script.substring(0, length - 1) : script.toString();
  }

  private void code(CodeCell cell) {
    if (leftOut.contains(Part.CODE_CELL)
        || leftOut.contains(Part.INPUT)
        || Omissions.isInputRemoved(cell)) {
      return;
    }
    if (!leftOut.contains(Part.PROMPT) && !language.comment().isEmpty()) {
      String count =
          cell.executionCount().isPresent()
              ? String.valueOf(cell.executionCount().getAsInt())
              : " ";
      script.append(language.comment()).append(" In[").append(count).append("]:\n\n\n");
    }
    String source = cell.source();
    String code = language.isPython() ? IpythonSource.toPython(source) : source;
    script.append(code.isBlank() ? "" : code);
    script.append(code.endsWith("\n") && !code.isBlank() ? "\n\n" : "\n\n\n");
  }

  private void raw(RawCell cell) {
    String type = RawType.of(cell);
    if (type.isEmpty()) {
      // For every document; in a script it would be a syntax error.
      comment(cell.source(), Part.RAW_CELL);
    } else if (type.equals(language.mimeType()) && !leftOut.contains(Part.RAW_CELL)) {
      script.append(cell.source().stripTrailing()).append("\n\n");
    }
  }

  private void comment(String text, Part part) {
    if (!leftOut.contains(part) && !language.comment().isEmpty()) {
      String lines =
          text.lines()
              .map(line -> language.comment() + " " + line)
              .collect(Collectors.joining("\n"));
      script.append(lines.isEmpty() ? language.comment() + " " : lines).append("\n\n");
    }
  }
}
