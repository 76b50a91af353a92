package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import dev.platen.report.tex.FormulaScanner;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Takes a formula over several lines out of the text before Markdown sees lists, headings or blank
 * lines in it. It begins with its line, and only where its end is found further down.
 */
final class MathBlockParser extends AbstractBlockParser {

  /** Looks ahead in the lines of one document. */
  static final class Factory extends AbstractBlockParserFactory {
    private static final int MAX_INDENT = 3;
    private static final int MAX_LINES = 1000;

    /** Lines of a paragraph that are looked at; longer ones aren't written by people. */
    private static final int MAX_PARAGRAPH = 100;

    private final FormulaScanner formulas;

    /** Where each line starts, and where one would start after the last. */
    private final int[] starts;

    Factory(String source) {
      List<String> lines = source.lines().toList();
      this.formulas = new FormulaScanner(String.join("\n", lines));
      this.starts = new int[lines.size() + 1];
      for (int i = 0; i < lines.size(); i++) {
        starts[i + 1] = starts[i] + lines.get(i).length() + 1;
      }
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int index = state.getNextNonSpaceIndex();
      String line = state.getLine().getContent().toString();
      SourceSpan span = state.getLine().getSourceSpan();
      if (state.getIndent() > MAX_INDENT || !begins(line, index) || span == null) {
        return BlockStart.none();
      }
      int number = span.getLineIndex();
      int end = formulas.at(starts[number] + index).map(Formula::end).orElse(0);
      int lines = 0;
      while (number + lines < starts.length - 1 && starts[number + lines] < end) {
        lines++;
      }
      return lines > 1 && lines <= MAX_LINES && !closes(matched.getParagraphLines())
          ? BlockStart.of(new MathBlockParser(lines)).atIndex(index)
          : BlockStart.none();
    }

    private static boolean begins(String line, int index) {
      return line.startsWith("$$", index)
          || line.startsWith("\\[", index)
          || line.startsWith("\\\\[", index)
          || line.startsWith("\\begin{", index);
    }

    /** Whether the paragraph before has opened a formula, which these dollars then close. */
    private static boolean closes(SourceLines paragraph) {
      List<SourceLine> all = paragraph.getLines();
      SourceLines last =
          SourceLines.of(all.subList(Math.max(0, all.size() - MAX_PARAGRAPH), all.size()));
      String text = last.getContent();
      int dollars = 0;
      for (int at = text.indexOf("$$"); at >= 0; at = text.indexOf("$$", at + 2)) {
        dollars++;
      }
      return dollars % 2 == 1;
    }
  }

  private final MathBlock block = new MathBlock();
  private final StringBuilder text = new StringBuilder();
  private int linesLeft;
  private @Nullable SourceLine rest;

  /**
   * A parser of one formula.
   *
   * @param lines as many as it has, the last of which may hold text after it
   */
  private MathBlockParser(int lines) {
    this.linesLeft = lines;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public @Nullable BlockContinue tryContinue(ParserState state) {
    return rest == null ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
  }

  @Override
  public void addLine(SourceLine line) {
    int start = text.length();
    text.append(line.getContent());
    linesLeft--;
    Optional<Formula> formula =
        linesLeft > 0 ? Optional.empty() : new FormulaScanner(text.toString()).at(0);
    if (formula.isPresent()) {
      block.formula(formula.get());
      int end = Math.max(0, formula.get().end() - start);
      rest = line.substring(end, line.getContent().length());
    }
    text.append('\n');
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (rest == null) {
      block.formula(new Formula(text.toString(), true, 0));
    } else {
      inlineParser.parse(SourceLines.of(rest), block);
    }
  }
}
