package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import dev.platen.report.tex.FormulaScanner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.internal.BlockStartImpl;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * The library's tables, in which a pipe of a formula doesn't end its cell: {@code | $p(y|x)$ |}. It
 * is escaped where a row would have more cells than the table has columns. Other rows are right as
 * they are, and what looks like a formula over two cells is none: {@code |US$|CA$|}.
 */
final class FormulaTableParser extends AbstractBlockParser {
  /** What begins no formula: code, an escaped character, dollars, other text. */
  private static final Pattern TEXT =
      Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)|`+|\\\\.|\\$+|[^`\\\\$]+|\\\\", Pattern.DOTALL);

  private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

  static final class Factory extends AbstractBlockParserFactory {
    private final BlockParserFactory tables =
        new TableBlockParser.Factory(TablesExtension.DEFAULT_MAX_CELLS);

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BlockStart start = tables.tryStart(state, matched);
      if (start == null) {
        start = tables.tryStart(state, new HeadEscaped(matched));
      }
      return start instanceof BlockStartImpl table
          ? BlockStart.of(new FormulaTableParser(table.getBlockParsers()[0]))
              .atIndex(table.getNewIndex())
              .replaceParagraphLines(1)
          : BlockStart.none();
    }
  }

  private record HeadEscaped(MatchedBlockParser matched) implements MatchedBlockParser {
    @Override
    public BlockParser getMatchedBlockParser() {
      return matched.getMatchedBlockParser();
    }

    @Override
    public SourceLines getParagraphLines() {
      List<SourceLine> lines = matched.getParagraphLines().getLines();
      return lines.isEmpty()
          ? SourceLines.empty()
          : SourceLines.of(escaped(lines.get(lines.size() - 1)));
    }
  }

  private final BlockParser table;

  /** Of the line under the head, which comes first. */
  private int columns;

  private FormulaTableParser(BlockParser table) {
    this.table = table;
  }

  @Override
  public void addLine(SourceLine line) {
    int cells = cells(line);
    columns = columns == 0 ? cells : columns;
    table.addLine(cells > columns ? escaped(line) : line);
  }

  private static int cells(SourceLine line) {
    String row = line.getContent().toString().strip();
    int pipes = (int) PIPE.matcher(row).results().count();
    boolean ends = row.endsWith("|") && !row.endsWith("\\|");
    return pipes + 1 - (row.startsWith("|") ? 1 : 0) - (ends ? 1 : 0);
  }

  /** The row with a backslash before each pipe of its formulas. */
  private static SourceLine escaped(SourceLine line) {
    String row = line.getContent().toString();
    FormulaScanner formulas = new FormulaScanner(row);
    Matcher text = TEXT.matcher(row);
    StringBuilder result = new StringBuilder();
    for (int at = 0; at < row.length(); ) {
      Optional<Formula> formula = formulas.inMarkdown(at);
      text.region(at, row.length()).lookingAt();
      int end = formula.map(Formula::end).orElseGet(text::end);
      String part = row.substring(at, end);
      result.append(formula.isPresent() ? PIPE.matcher(part).replaceAll("\\\\|") : part);
      at = end;
    }
    return SourceLine.of(result, line.getSourceSpan());
  }

  @Override
  public Block getBlock() {
    return table.getBlock();
  }

  @Override
  public boolean canHaveLazyContinuationLines() {
    return table.canHaveLazyContinuationLines();
  }

  @Override
  public @Nullable BlockContinue tryContinue(ParserState state) {
    return table.tryContinue(state);
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    table.parseInlines(inlineParser);
  }
}
