package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import dev.platen.report.tex.FormulaScanner;
import java.util.Optional;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Takes formulas out of a line before Markdown sees emphasis or escapes in them. */
final class MathInlineParser implements InlineContentParser {

  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
      return new MathInlineParser();
    }
  }

  /** The text from where it was first asked for on; texts are parsed from front to back. */
  private @Nullable FormulaScanner formulas;

  private @Nullable Position last;
  private int offset;

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    Optional<Formula> formula = at(scanner, start);
    scanner.setPosition(start);
    if (formula.isEmpty()) {
      return skipDollars(scanner, start);
    }
    for (int i = 0; i < formula.get().end() - offset; i++) {
      scanner.next();
    }
    return ParsedInline.of(new MathNode(formula.get()), scanner.position());
  }

  private Optional<Formula> at(Scanner scanner, Position start) {
    if (formulas == null || last == null) {
      formulas = new FormulaScanner(rest(scanner));
    } else {
      offset += scanner.getSource(last, start).getContent().length();
    }
    last = start;
    return formulas.inMarkdown(offset);
  }

  /** Two dollars that open nothing are no single one either. */
  private static ParsedInline skipDollars(Scanner scanner, Position start) {
    if (scanner.matchMultiple('$') > 1) {
      Position end = scanner.position();
      String dollars = scanner.getSource(start, end).getContent();
      return ParsedInline.of(new org.commonmark.node.Text(dollars), end);
    }
    return ParsedInline.none();
  }

  private static String rest(Scanner scanner) {
    Position start = scanner.position();
    while (scanner.hasNext()) {
      scanner.next();
    }
    return scanner.getSource(start, scanner.position()).getContent();
  }
}
