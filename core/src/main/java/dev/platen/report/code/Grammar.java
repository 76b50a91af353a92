package dev.platen.report.code;

import java.util.List;
import java.util.Set;

/** A language as far as its colours go: its words, its marks, what goes on until its own end. */
final class Grammar {
  final Set<String> keywords;
  final Set<String> soft;
  final Set<String> constants;
  final Set<String> types;
  final Set<String> functions;
  final List<Opening> openings;
  final String wordStarts;
  final String wordMarks;
  final String members;
  final String sigils;
  final String digitMark;
  final Set<Trait> traits;

  /** What some languages have and others don't. */
  enum Trait {
    /** Upper and lower case are one. */
    CASELESS,
    /** {@code @} begins an annotation or a macro. */
    ANNOTATIONS,
    /** {@code #} begins a line for the preprocessor. */
    DIRECTIVES,
    /** A text before a colon is a key. */
    KEYS,
    /** {@code :name} is a value. */
    SYMBOLS,
    /** <code>&lt;&lt;WORD</code> begins a text on the next line. */
    DOCUMENTS,
    /** <code>$name</code>, <code>${name}</code> and {@code $(code)} stand in code too. */
    EXPANSIONS
  }

  private Grammar(Builder parts) {
    keywords = parts.keywords;
    soft = parts.soft;
    constants = parts.constants;
    types = parts.types;
    functions = parts.functions;
    openings = parts.openings;
    wordStarts = parts.wordStarts;
    wordMarks = parts.wordMarks;
    members = parts.members;
    sigils = parts.sigils;
    digitMark = parts.digitMark;
    traits = parts.traits;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** A list of words is written with blanks between them. */
  static final class Builder {
    private Set<String> keywords = Set.of();
    private Set<String> soft = Set.of();
    private Set<String> constants = Set.of();
    private Set<String> types = Set.of();
    private Set<String> functions = Set.of();
    private List<Opening> openings = List.of();
    private String wordStarts = "_";
    private String wordMarks = "_";
    private String members = ".";
    private String sigils = "";
    private String digitMark = "_";
    private Set<Trait> traits = Set.of();

    Builder keywords(String list) {
      keywords = words(list);
      return this;
    }

    /** Words that are keywords only in front of something that they govern. */
    Builder soft(String list) {
      soft = words(list);
      return this;
    }

    Builder constants(String list) {
      constants = words(list);
      return this;
    }

    /** Words of the language that aren't keywords, wherever they stand. */
    Builder types(String list) {
      types = words(list);
      return this;
    }

    /** The same, where they are called. */
    Builder functions(String list) {
      functions = words(list);
      return this;
    }

    /** What may begin, the longer mark first. */
    Builder opens(Opening... all) {
      openings = List.of(all);
      return this;
    }

    /** What stands in names beside letters and digits, at their beginning and later. */
    Builder names(String starts, String marks) {
      wordStarts = starts;
      wordMarks = marks;
      return this;
    }

    /** The marks in front of a member's name, which is no word of the language. */
    Builder members(String marks) {
      members = marks;
      return this;
    }

    /** The marks that a variable begins with. */
    Builder sigils(String marks) {
      sigils = marks;
      return this;
    }

    Builder digitMark(String mark) {
      digitMark = mark;
      return this;
    }

    Builder with(Trait... some) {
      traits = Set.of(some);
      return this;
    }

    Grammar build() {
      return new Grammar(this);
    }

    private static Set<String> words(String list) {
      return Set.of(list.split(" "));
    }
  }
}
