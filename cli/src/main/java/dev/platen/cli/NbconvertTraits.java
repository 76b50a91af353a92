package dev.platen.cli;

import dev.platen.export.Omissions;
import dev.platen.export.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is left out of the document: the flags and the traits of nbconvert's that say so. */
final class NbconvertTraits {
  private static final String PATTERNS = "--RegexRemovePreprocessor.patterns";

  @Option(names = "--no-input", description = "Leave the code out.")
  private boolean noInput;

  @Option(names = "--no-prompt", description = "Leave the cells' numbers out.")
  private boolean noPrompt;

  @Option(
      names = "--clear-output",
      description = "Leave outputs out; without --to, in the notebook itself.")
  private boolean clearOutput;

  @Option(
      names = "--TagRemovePreprocessor.remove_cell_tags",
      paramLabel = "TAGS",
      description = "Leave cells with one of these tags out, such as '[\"a\", \"b\"]'.")
  private List<String> cellTags = new ArrayList<>();

  @Option(
      names = "--TagRemovePreprocessor.remove_input_tags",
      paramLabel = "TAGS",
      description = "Leave the code of such cells out.")
  private List<String> inputTags = new ArrayList<>();

  @Option(
      names = "--TagRemovePreprocessor.remove_all_outputs_tags",
      paramLabel = "TAGS",
      description = "Leave the outputs of such cells out.")
  private List<String> outputsTags = new ArrayList<>();

  @Option(
      names = "--TagRemovePreprocessor.remove_single_output_tags",
      paramLabel = "TAGS",
      description = "Leave outputs out that carry one of these tags themselves.")
  private List<String> outputTags = new ArrayList<>();

  @Option(
      names = "--TagRemovePreprocessor.enabled",
      arity = "1",
      defaultValue = "true",
      hidden = true)
  private boolean tagsEnabled = true;

  @Option(
      names = PATTERNS,
      paramLabel = "REGEX",
      description = "Leave cells out whose source begins with a match.")
  private List<String> patterns = new ArrayList<>();

  @Option(
      names = "--RegexRemovePreprocessor.enabled",
      arity = "1",
      defaultValue = "true",
      hidden = true)
  private boolean patternsEnabled = true;

  @Option(names = "--ClearOutputPreprocessor.enabled", arity = "1", hidden = true)
  private boolean clearEnabled;

  @Option(
      names = {
        "--TemplateExporter.exclude_input",
        "--HTMLExporter.exclude_input",
        "--MarkdownExporter.exclude_input",
        "--ScriptExporter.exclude_input",
        "--PythonExporter.exclude_input"
      },
      arity = "1",
      hidden = true)
  private boolean excludeInput;

  @Option(
      names = {
        "--TemplateExporter.exclude_input_prompt",
        "--HTMLExporter.exclude_input_prompt",
        "--PythonExporter.exclude_input_prompt"
      },
      arity = "1",
      hidden = true)
  private boolean excludePrompt;

  /** Platen's documents have no prompts at outputs. */
  @Option(
      names = {"--TemplateExporter.exclude_output_prompt", "--HTMLExporter.exclude_output_prompt"},
      arity = "1",
      hidden = true)
  @SuppressWarnings("UnusedVariable")
  private boolean excludeOutputPrompt;

  @Option(
      names = {
        "--TemplateExporter.exclude_output",
        "--HTMLExporter.exclude_output",
        "--MarkdownExporter.exclude_output"
      },
      arity = "1",
      hidden = true)
  private boolean excludeOutput;

  @Option(
      names = {
        "--TemplateExporter.exclude_code_cell",
        "--HTMLExporter.exclude_code_cell",
        "--MarkdownExporter.exclude_code_cell"
      },
      arity = "1",
      hidden = true)
  private boolean excludeCode;

  @Option(
      names = {
        "--TemplateExporter.exclude_markdown",
        "--HTMLExporter.exclude_markdown",
        "--PythonExporter.exclude_markdown",
        "--ScriptExporter.exclude_markdown"
      },
      arity = "1",
      hidden = true)
  private boolean excludeMarkdown;

  @Option(
      names = {
        "--TemplateExporter.exclude_raw",
        "--HTMLExporter.exclude_raw",
        "--MarkdownExporter.exclude_raw"
      },
      arity = "1",
      hidden = true)
  private boolean excludeRaw;

  boolean clearsOutput() {
    return clearOutput;
  }

  Set<Part> leftOut() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    add(parts, Part.INPUT, noInput || excludeInput);
    add(parts, Part.PROMPT, noInput || noPrompt || excludePrompt);
    add(parts, Part.OUTPUT, excludeOutput);
    add(parts, Part.CODE_CELL, excludeCode);
    add(parts, Part.MARKDOWN_CELL, excludeMarkdown);
    add(parts, Part.RAW_CELL, excludeRaw);
    return parts;
  }

  private static void add(Set<Part> parts, Part part, boolean wanted) {
    if (wanted) {
      parts.add(part);
    }
  }

  Omissions omissions() {
    return new Omissions(
        tags(cellTags),
        tags(inputTags),
        tags(outputsTags),
        tags(outputTags),
        patternsEnabled ? TraitValues.patterns(PATTERNS, patterns) : List.of(),
        clearOutput || clearEnabled);
  }

  private Set<String> tags(List<String> given) {
    return tagsEnabled ? TraitValues.texts(given) : Set.of();
  }
}
