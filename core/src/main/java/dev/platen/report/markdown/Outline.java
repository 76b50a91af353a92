package dev.platen.report.markdown;

import dev.platen.report.html.LinkTargets;
import dev.platen.report.html.PageIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a notebook: each has an id of its own, and links to it by the names that Jupyter
 * or GitHub would give it lead there.
 */
public final class Outline {
  /** The id of the page's title. */
  public static final String TITLE_ID = PageIds.HEADING + "title";

  private static final int MAX_ID = 60;

  /**
   * A heading.
   *
   * @param level 1 to 6, on the page
   */
  public record Entry(int level, String id, String text) {}

  private final List<Entry> entries = new ArrayList<>();
  private final IdentityHashMap<Heading, Entry> byHeading = new IdentityHashMap<>();
  private final Map<String, Entry> byLabel = new HashMap<>();
  private final Map<String, String> idByFragment = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> ids = new HashSet<>(Set.of(TITLE_ID));
  private int shift;
  private @Nullable MarkdownDocument title;

  private Outline() {}

  /**
   * Numbers the headings. If the first of all repeats the page's title, it is taken out of its
   * document, for the title stands in its place.
   *
   * @param documents in reading order
   */
  public static Outline of(List<MarkdownDocument> documents, String title) {
    Outline outline = new Outline();
    List<Heading> headings = new ArrayList<>();
    for (MarkdownDocument document : documents) {
      document.root().accept(new HeadingCollector(headings));
    }
    IdentityHashMap<Heading, String> labels = new IdentityHashMap<>();
    for (Heading heading : headings) {
      NodeAttributes.takeFromEnd(heading).id().ifPresent(label -> labels.put(heading, label));
    }
    if (!headings.isEmpty() && outline.repeatsTitle(headings.get(0), title)) {
      Heading first = headings.remove(0);
      outline.nameFragments(PlainText.of(first), TITLE_ID);
      first.unlink();
      outline.title = MarkdownDocument.contentOf(first);
    }
    // The title is the page's only first-level heading.
    outline.shift = headings.stream().anyMatch(heading -> heading.getLevel() == 1) ? 1 : 0;
    headings.forEach(heading -> outline.add(heading, labels.get(heading)));
    return outline;
  }

  /** In reading order, without the title. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The title as the notebook's first heading has it, with its markup, if that repeats it. */
  public Optional<MarkdownDocument> title() {
    return Optional.ofNullable(title);
  }

  /** Where links in the notebook's texts lead. */
  public LinkTargets links() {
    return href -> LinkTargets.harmless().resolve(href).map(this::target);
  }

  /** The level on the page of a heading that has this level in its text. */
  int shifted(int level) {
    return Math.min(6, Math.max(2, level + shift));
  }

  Optional<Entry> entry(Heading heading) {
    return Optional.ofNullable(byHeading.get(heading));
  }

  private String target(String href) {
    if (!href.startsWith("#") || href.length() == 1) {
      return href;
    }
    String fragment = decoded(href.substring(1));
    String id = idByFragment.get(fragment);
    if (id == null) {
      id = idByFragment.get(fragment.toLowerCase(Locale.ROOT));
    }
    return "#" + (id == null ? PageIds.foreign(fragment) : id);
  }

  private boolean repeatsTitle(Heading heading, String title) {
    return heading.getLevel() == 1
        && heading.getPrevious() == null
        && PlainText.of(heading).equalsIgnoreCase(title.strip());
  }

  /** The first heading of the label, that is of <code>{#sec-x}</code> behind it. */
  Optional<Entry> labelled(String label) {
    return Optional.ofNullable(byLabel.get(label));
  }

  private void add(Heading heading, @Nullable String label) {
    String text = PlainText.of(heading);
    String slug = slug(text);
    String id = PageIds.HEADING + (slug.isEmpty() ? "section" : slug);
    String unique = id;
    // Where the counting goes on: from the start again, equal headings would cost their square.
    int n = counts.getOrDefault(id, 2);
    for (; !ids.add(unique); n++) {
      unique = id + "-" + n;
    }
    counts.put(id, n);
    Entry entry = new Entry(shifted(heading.getLevel()), unique, text);
    byHeading.put(heading, entry);
    if (label != null) {
      byLabel.putIfAbsent(label, entry);
      idByFragment.putIfAbsent(label, unique);
    }
    if (!text.isEmpty()) {
      entries.add(entry);
      nameFragments(text, unique);
    }
  }

  private void nameFragments(String text, String id) {
    idByFragment.putIfAbsent(text.replace(' ', '-'), id);
    idByFragment.putIfAbsent(slug(text), id);
  }

  /** As GitHub: lower case, no punctuation, hyphens for blanks. */
  private static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    text.strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .limit(MAX_ID)
        .map(c -> Character.isWhitespace(c) ? '-' : c)
        .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        .forEach(slug::appendCodePoint);
    return slug.toString();
  }

  private static String decoded(String fragment) {
    try {
      return java.net.URLDecoder.decode(
          fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return fragment;
    }
  }

  private static final class HeadingCollector extends AbstractVisitor {
    private final List<Heading> headings;

    HeadingCollector(List<Heading> headings) {
      this.headings = headings;
    }

    @Override
    public void visit(Heading heading) {
      headings.add(heading);
    }
  }
}
