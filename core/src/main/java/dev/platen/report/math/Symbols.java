package dev.platen.report.math;

import dev.platen.resource.ResourceText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The symbols by command and by character, read from {@code symbols.txt} when the first formula
 * needs one. The table has a section for each {@link Symbol.Role}, in it entries two spaces or more
 * apart: the character, then its commands. A {@code ~} stands for a thin space.
 */
final class Symbols {
  private static final Symbols TABLE = read("symbols.txt");

  private final Map<String, Symbol> byCommand = new HashMap<>();
  private final Map<String, Symbol> byCharacter = new HashMap<>();

  private Symbols() {}

  static @Nullable Symbol ofCommand(String name) {
    return TABLE.byCommand.get(name);
  }

  static @Nullable Symbol ofCharacter(String character) {
    return TABLE.byCharacter.get(character);
  }

  private static Symbols read(String resource) {
    Symbols symbols = new Symbols();
    ResourceText.beside(Symbols.class, resource).lines().forEach(symbols.new Section()::line);
    return symbols;
  }

  /** Takes line by line; remembers the section. */
  private final class Section {
    private Symbol.Role role = Symbol.Role.LETTER;

    void line(String line) {
      if (line.startsWith("# ")) {
        role = Symbol.Role.valueOf(line.substring(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
      } else if (!line.isBlank()) {
        for (String entry : line.strip().split(" {2,}", -1)) {
          entry(entry.split(" ", -1));
        }
      }
    }

    private void entry(String... words) {
      Symbol symbol = new Symbol(words[0].replace('~', '\u2009'), role);
      byCharacter.putIfAbsent(words[0], symbol);
      for (int i = 1; i < words.length; i++) {
        byCommand.put(words[i], symbol);
      }
    }
  }
}
