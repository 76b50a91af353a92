package dev.platen.report.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** What our Markdown has above CommonMark. */
final class MarkdownDialect {
  /** Deeper block quotes and lists are text; it keeps hostile input from exhausting the stack. */
  private static final int MAX_NESTING = 60;

  static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          AutolinkExtension.create(),
          TaskListItemsExtension.create(),
          FootnotesExtension.builder().inlineFootnotes(true).build());

  private MarkdownDialect() {}

  static Parser parser(String source) {
    return Parser.builder()
        // Before the extension's own, which ends a cell at a pipe of a formula.
        .customBlockParserFactory(new FormulaTableParser.Factory())
        .extensions(EXTENSIONS)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .inlineParserFactory(new ShortLabels())
        .customBlockParserFactory(new MathBlockParser.Factory(source))
        .customBlockParserFactory(new ColonFenceParser.Factory())
        .customBlockParserFactory(new DefinitionParser.Factory())
        .customInlineContentParserFactory(new MathInlineParser.Factory())
        .build();
  }
}
