package dev.platen.report.code;

import dev.platen.report.code.Grammar.Trait;
import dev.platen.report.code.Opening.Opened;
import dev.platen.report.code.Region.Hole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Colours code by a grammar, in one pass that never goes back. Texts may hold code that holds
 * texts. It never fails: what it doesn't understand stays plain, what isn't closed goes on.
 */
final class GrammarHighlighter {
  private static final String OPERATORS = "+-*/^<>=!&|~%:?$";
  private static final int DEEPEST = 40;

  /** Behind these stands the name of something new. */
  private static final Set<String> DECLARING =
      Set.of(
          "class",
          "def",
          "enum",
          "fn",
          "fun",
          "func",
          "function",
          "interface",
          "macro",
          "module",
          "object",
          "record",
          "struct",
          "trait",
          "type");

  private final Grammar grammar;
  private final String code;
  private final TokenWriter out;
  private final WordScanner words;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int at;
  private int written;
  private boolean afterValue;
  private boolean declaring;
  private @Nullable Region document;

  /** A text or comment that goes on, or the code inside of one. */
  private static final class Frame {
    private final @Nullable Region region;
    private final char opens;
    private final char closes;
    private int depth;

    Frame(Region region) {
      this.region = region;
      this.opens = 0;
      this.closes = 0;
    }

    Frame(char opens) {
      this.region = null;
      this.opens = opens;
      this.closes = opens == '(' ? ')' : '}';
    }
  }

  GrammarHighlighter(Grammar grammar, String code, int from, TokenWriter out) {
    this.grammar = grammar;
    this.code = code;
    this.at = from;
    this.written = from;
    this.out = out;
    this.words = new WordScanner(grammar, code);
  }

  void write() {
    while (at < code.length()) {
      Frame frame = frames.peek();
      if (frame != null && frame.region != null) {
        inside(frame, frame.region);
      } else {
        code(frame);
      }
    }
    emit(TokenKind.PLAIN);
  }

  /** What was passed since the last piece is one of this kind. */
  private void emit(TokenKind kind) {
    out.token(kind, written, at);
    written = at;
  }

  /** The same, with all before the index left plain. */
  private void emit(TokenKind kind, int from) {
    out.token(TokenKind.PLAIN, written, from);
    written = from;
    emit(kind);
  }

  private void inside(Frame frame, Region region) {
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '\n' && region.line()) {
        close(region);
        return;
      } else if (region.escapes() && c == '\\') {
        at = Math.min(code.length(), at + 2);
      } else if (isEnd(region)) {
        if (region.doubled() && code.startsWith(region.end(), at + region.end().length())) {
          at += 2 * region.end().length();
          continue;
        }
        at += region.end().length();
        if (frame.depth-- == 0) {
          close(region);
          return;
        }
      } else if (!region.nested().isEmpty() && code.startsWith(region.nested(), at)) {
        frame.depth++;
        at += region.nested().length();
      } else if (opensHole(region)) {
        return;
      } else {
        at++;
      }
    }
    emit(region.kind());
  }

  private boolean isEnd(Region region) {
    if (!region.ownLine()) {
      return !region.end().isEmpty() && code.startsWith(region.end(), at);
    }
    if (!code.startsWith(region.end(), at)) {
      return false;
    }
    int after = at + region.end().length();
    int start = at;
    while (start > 0 && " \t".indexOf(code.charAt(start - 1)) >= 0) {
      start--;
    }
    return (after == code.length() || code.charAt(after) == '\n')
        && (start == 0 || code.charAt(start - 1) == '\n');
  }

  private void close(Region region) {
    frames.pop();
    boolean key = grammar.has(Trait.KEYS) && words.follows(at, ':');
    emit(key && region.kind() == TokenKind.STRING ? TokenKind.NAME : region.kind());
    afterValue |= region.kind() != TokenKind.COMMENT;
    afterValue &= region.kind() != TokenKind.OPERATOR;
  }

  private boolean opensHole(Region region) {
    Hole holes = region.holes();
    if (holes == Hole.NONE || frames.size() >= DEEPEST) {
      return false;
    } else if (code.startsWith(holes.mark(), at)) {
      emit(region.kind());
      openCode(holes.mark());
      return true;
    } else if (holes.takesNames() && code.charAt(at) == '$') {
      return expansion(region.kind(), holes == Hole.SHELL, TokenKind.INTERPOLATION);
    }
    return false;
  }

  private void openCode(String mark) {
    at += mark.length();
    emit(TokenKind.INTERPOLATION);
    frames.push(new Frame(mark.charAt(mark.length() - 1)));
    afterValue = false;
  }

  /** {@code $name}, and what shells have besides. Whether there was one. */
  private boolean expansion(TokenKind before, boolean shell, TokenKind kind) {
    int start = at;
    int end = words.endOfName(at + 1);
    if (shell && code.startsWith("{", start + 1)) {
      out.token(before, written, start);
      written = start;
      frames.push(new Frame(Region.of(kind, "}").nesting("{")));
      at = start + 2;
      return true;
    } else if (shell && end == start + 1 && end < code.length()) {
      end += "#?@*!$-".indexOf(words.at(end)) >= 0 ? 1 : 0;
    }
    if (end == start + 1) {
      return false;
    }
    out.token(before, written, start);
    written = start;
    at = end;
    emit(kind);
    return true;
  }

  private void code(@Nullable Frame frame) {
    char c = code.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
      if (c == '\n' && document != null) {
        begin(new Opened(document, at), at);
        document = null;
      }
      return;
    }
    if (frame != null && c == frame.opens) {
      frame.depth++;
    } else if (frame != null && c == frame.closes && frame.depth-- == 0) {
      frames.pop();
      at++;
      emit(TokenKind.INTERPOLATION, at - 1);
      afterValue = true;
      return;
    }
    Opened opened = opening();
    if (opened != null) {
      begin(opened, at);
      declaring = false;
    } else if (!opensDocument()) {
      token(c);
    }
  }

  private void begin(Opened opened, int from) {
    out.token(TokenKind.PLAIN, written, from);
    written = from;
    frames.push(new Frame(opened.region()));
    at = opened.body();
  }

  private @Nullable Opened opening() {
    for (Opening opening : grammar.openings) {
      Opened opened = opening.at(code, at, afterValue);
      if (opened != null) {
        return opened;
      }
    }
    return null;
  }

  /** <code>&lt;&lt;EOF</code>, and with a mark for indented ends or quotes around the word. */
  private boolean opensDocument() {
    boolean shifts = code.startsWith("<<", at) && !code.startsWith("<<<", at);
    if (!grammar.has(Trait.DOCUMENTS) || !shifts) {
      return false;
    }
    int word = at + 2;
    word += word < code.length() && "-~".indexOf(code.charAt(word)) >= 0 ? 1 : 0;
    word += grammar.has(Trait.EXPANSIONS) && code.startsWith(" ", word) ? 1 : 0;
    char quote = word < code.length() ? code.charAt(word) : ' ';
    boolean quoted = quote == '"' || quote == '\'';
    int start = quoted ? word + 1 : word;
    int end = words.endOfName(start);
    if (end == start || !(quoted || Character.isUpperCase(quote))) {
      return false;
    }
    Hole holes = grammar.has(Trait.EXPANSIONS) ? Hole.SHELL : Hole.HASH;
    document = Region.document(code.substring(start, end), quote == '\'' ? Hole.NONE : holes);
    int from = at;
    at = quoted && code.startsWith(String.valueOf(quote), end) ? end + 1 : end;
    emit(TokenKind.STRING, from);
    return true;
  }

  private void token(char c) {
    int start = at;
    boolean named = declaring;
    declaring = false;
    if (words.startsNumber(at)) {
      at = words.endOfNumber(at);
      emit(TokenKind.NUMBER, start);
      afterValue = true;
    } else if (grammar.has(Trait.EXPANSIONS) && c == '$') {
      if (code.startsWith("$(", at)) {
        emit(TokenKind.PLAIN);
        openCode("$(");
      } else if (!expansion(TokenKind.PLAIN, true, TokenKind.NAME)) {
        at++;
      }
    } else if (words.startsWord(at)) {
      word(named);
    } else if (grammar.has(Trait.ANNOTATIONS) && c == '@' && words.startsWord(at + 1)) {
      marked(TokenKind.DECORATOR, "_.!");
    } else if (grammar.sigils.indexOf(c) >= 0) {
      marked(TokenKind.NAME, "_");
    } else if (isSymbol(c)) {
      marked(TokenKind.CONSTANT, "_?!");
    } else if (grammar.has(Trait.DIRECTIVES) && c == '#') {
      directive();
    } else if (OPERATORS.indexOf(c) >= 0 && !grammar.has(Trait.KEYS)) {
      operator();
      emit(TokenKind.OPERATOR, start);
      afterValue = false;
    } else {
      at++;
      afterValue = ")]}".indexOf(c) >= 0;
    }
  }

  private boolean isSymbol(char c) {
    return grammar.has(Trait.SYMBOLS)
        && c == ':'
        && words.startsWord(at + 1)
        && !afterValueTouches();
  }

  private boolean afterValueTouches() {
    return at > 0 && (WordScanner.isNamePart(code.charAt(at - 1)) || code.charAt(at - 1) == ':');
  }

  /** A mark and the name behind it. */
  private void marked(TokenKind kind, String marks) {
    int start = at;
    at += code.startsWith("@@", at) ? 2 : 1;
    while (at < code.length()
        && (Character.isLetterOrDigit(code.charAt(at)) || marks.indexOf(code.charAt(at)) >= 0)) {
      at++;
    }
    emit(at == start + 1 ? TokenKind.PLAIN : kind, start);
    afterValue = kind != TokenKind.DECORATOR;
  }

  private void directive() {
    int start = at;
    do {
      at++;
    } while (at < code.length() && " \t".indexOf(code.charAt(at)) >= 0);
    int word = at;
    while (at < code.length() && Character.isLetter(code.charAt(at))) {
      at++;
    }
    boolean include = code.startsWith("include", word);
    emit(TokenKind.DECORATOR, start);
    while (include && at < code.length() && code.charAt(at) == ' ') {
      at++;
    }
    if (include && code.startsWith("<", at)) {
      begin(new Opened(Region.raw(">").oneLine(), at + 1), at);
    }
    afterValue = false;
  }

  /** Operators that follow on each other, up to what opens something. */
  private void operator() {
    do {
      at++;
      afterValue = false;
    } while (at < code.length()
        && OPERATORS.indexOf(code.charAt(at)) >= 0
        && grammar.sigils.indexOf(code.charAt(at)) < 0
        && !(grammar.has(Trait.SYMBOLS) && code.charAt(at) == ':')
        && !(grammar.has(Trait.EXPANSIONS) && code.charAt(at) == '$')
        && opening() == null);
  }

  private void word(boolean named) {
    int start = at;
    at = words.endOfWord(start);
    String word = words.word(start, at);
    TokenKind kind = words.kind(word, start, at, named);
    declaring = kind == TokenKind.KEYWORD && DECLARING.contains(word);
    afterValue = kind != TokenKind.KEYWORD;
    if (kind != TokenKind.PLAIN) {
      emit(kind, start);
    }
  }
}
