package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import dev.platen.report.tex.FormulaScanner;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
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

    private final List<String> lines;

    Factory(String source) {
      this.lines = source.lines().toList();
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int index = state.getNextNonSpaceIndex();
      String line = state.getLine().getContent().toString();
      if (state.getIndent() > MAX_INDENT
          || !begins(line, index)
          || closes(matched.getParagraphLines())
          || FormulaScanner.at(line, index).isPresent()
          || state.getLine().getSourceSpan() == null) {
        return BlockStart.none();
      }
      int number = state.getLine().getSourceSpan().getLineIndex();
      int end = Math.min(lines.size(), number + MAX_LINES);
      String following = String.join("\n", lines.subList(Math.min(number + 1, end), end));
      return FormulaScanner.at(line.substring(index) + "\n" + following, 0).isPresent()
          ? BlockStart.of(new MathBlockParser()).atIndex(index)
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
      String text = paragraph.getContent();
      int dollars = 0;
      for (int at = text.indexOf("$$"); at >= 0; at = text.indexOf("$$", at + 2)) {
        dollars++;
      }
      return dollars % 2 == 1;
    }
  }

  private final MathBlock block = new MathBlock();
  private final StringBuilder text = new StringBuilder();
  private @Nullable SourceLine rest;

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
    Optional<Formula> formula = FormulaScanner.at(text.toString(), 0);
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
