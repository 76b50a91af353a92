package dev.platen.report.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Looks up no label that is longer than CommonMark lets one be. The parser tries all that stands
 * between two brackets as a label, which costs the square of a text made of brackets.
 */
final class ShortLabels implements InlineParserFactory {
  /** Characters, as CommonMark has it. */
  private static final int MAX_LABEL = 999;

  @Override
  public InlineParser create(InlineParserContext context) {
    return new InlineParserImpl(new Context(context));
  }

  record Context(InlineParserContext all) implements InlineParserContext {
    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
      return all.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
      return all.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
      return all.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
      return all.getCustomLinkMarkers();
    }

    @Override
    public int getMaxInlineNesting() {
      return all.getMaxInlineNesting();
    }

    @Override
    @SuppressWarnings("deprecation") // the library calls it no more
    public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
      return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public <D> @Nullable D getDefinition(Class<D> type, String label) {
      return label.length() > MAX_LABEL ? null : all.getDefinition(type, label);
    }
  }
}
