package dev.platen.report.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks between lines of colons: {@code ::: {.callout-note}} as Quarto, {@code :::{note}} as MyST.
 */
final class ColonFenceParser extends AbstractBlockParser {
  private static final Pattern OPENING = Pattern.compile(":{3,}\\s*(\\{[^}]*}|[\\w-]+)\\s*(.*)");
  private static final Pattern CLOSING = Pattern.compile(":{3,}\\s*");
  private static final Pattern TITLE = Pattern.compile("title=\"([^\"]*)\"");
  private static final int MAX_INDENT = 3;

  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      String line = rest(state);
      Matcher opening = OPENING.matcher(line);
      if (state.getIndent() > MAX_INDENT || !opening.matches()) {
        return BlockStart.none();
      }
      Matcher title = TITLE.matcher(opening.group(1));
      Callout block =
          Callout.named(opening.group(1), title.find() ? title.group(1) : opening.group(2))
              .orElseGet(Callout::group);
      int end = state.getNextNonSpaceIndex() + line.length();
      return BlockStart.of(new ColonFenceParser(block)).atIndex(end);
    }
  }

  private final Callout block;
  private int inner;
  private boolean begun;

  private ColonFenceParser(Callout block) {
    this.block = block;
  }

  private static String rest(ParserState state) {
    String line = state.getLine().getContent().toString();
    return line.substring(Math.min(line.length(), state.getNextNonSpaceIndex()));
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

  /** It sees the lines of the blocks in it before they do, and counts whose end comes. */
  @Override
  public BlockContinue tryContinue(ParserState state) {
    String line = rest(state);
    if (!begun && Callouts.OPTION.matcher(line).matches()) {
      return BlockContinue.atIndex(state.getLine().getContent().length());
    }
    begun = true;
    if (OPENING.matcher(line).matches()) {
      inner++;
    } else if (CLOSING.matcher(line).matches()) {
      if (inner == 0) {
        return BlockContinue.finished();
      }
      inner--;
    }
    return BlockContinue.atIndex(state.getIndex());
  }
}
