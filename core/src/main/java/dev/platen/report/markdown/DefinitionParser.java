package dev.platen.report.markdown;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
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
 * Definition lists: lines of terms, and under them, each after a colon, what they mean.
 *
 * @see <a href="https://michelf.ca/projects/php-markdown/extra/#def-list">Markdown Extra</a>
 */
final class DefinitionParser extends AbstractBlockParser {
  private static final int MAX_INDENT = 3;

  /** More lines before a colon are a paragraph, of which the last is the term. */
  private static final int MAX_TERMS = 3;

  /** What is defined. */
  static final class Term extends CustomBlock {}

  /** What it means. */
  static final class Details extends CustomBlock {}

  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int colon = state.getNextNonSpaceIndex();
      int text = colon + 1;
      if (state.getIndent() > MAX_INDENT
          || text >= line.length()
          || line.charAt(colon) != ':'
          || !Character.isWhitespace(line.charAt(text))) {
        return BlockStart.none();
      }
      List<SourceLine> paragraph = matched.getParagraphLines().getLines();
      Block around = matched.getMatchedBlockParser().getBlock();
      if (paragraph.isEmpty() && !mayFollow(around.getLastChild())) {
        return BlockStart.none();
      }
      while (text < line.length() && Character.isWhitespace(line.charAt(text))) {
        text++;
      }
      int terms = paragraph.size() <= MAX_TERMS ? paragraph.size() : 1;
      List<SourceLine> lines = paragraph.subList(paragraph.size() - terms, paragraph.size());
      BlockStart start = BlockStart.of(new DefinitionParser(List.copyOf(lines))).atIndex(text);
      return terms == 0 ? start : start.replaceParagraphLines(terms);
    }

    /** After a blank line, what was said of the term before or a short paragraph. */
    private static boolean mayFollow(@Nullable Node before) {
      return before instanceof Details
          || (before instanceof Paragraph && before.getSourceSpans().size() <= MAX_TERMS);
    }
  }

  private final List<SourceLine> terms;
  private final Details block = new Details();

  private DefinitionParser(List<SourceLine> terms) {
    this.terms = terms;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block childBlock) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= 2
        ? BlockContinue.atColumn(state.getColumn() + Math.min(state.getIndent(), 4))
        : BlockContinue.none();
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (terms.isEmpty() && block.getPrevious() instanceof Paragraph paragraph) {
      take(paragraph);
    }
    for (SourceLine line : terms) {
      Term term = new Term();
      block.insertBefore(term);
      inlineParser.parse(SourceLines.of(line), term);
    }
  }

  /** A blank line made a paragraph of the terms. */
  private static void take(Paragraph paragraph) {
    Term term = new Term();
    Node next = paragraph.getFirstChild();
    while (next != null) {
      Node child = next;
      next = child.getNext();
      if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
        paragraph.insertBefore(term);
        term = new Term();
      } else {
        term.appendChild(child);
      }
    }
    paragraph.insertBefore(term);
    paragraph.unlink();
  }
}
