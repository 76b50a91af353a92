package dev.platen.javakernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** What a cell's declarations do to earlier ones: jshell goes on in silence. */
final class Aftermath {
  private final Declared declared;

  /** The variables that lost their values, by the type that was declared again. */
  private final Map<String, Set<String>> cleared = new LinkedHashMap<>();

  private final Set<DeclarationSnippet> unusable = new LinkedHashSet<>();

  Aftermath(Declared declared) {
    this.declared = declared;
  }

  /** Takes note of something that happened in the cell. */
  void saw(SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.causeSnippet() == null) {
      if (snippet instanceof VarSnippet variable) {
        cleared.values().forEach(names -> names.remove(variable.name()));
      }
    } else if (snippet instanceof VarSnippet variable
        && event.status() == Status.VALID
        && event.isSignatureChange()) {
      String cause = ((PersistentSnippet) event.causeSnippet()).name();
      cleared.computeIfAbsent(cause, key -> new LinkedHashSet<>()).add(variable.name());
    } else if (snippet instanceof DeclarationSnippet declaration) {
      unusable.add(declaration);
    }
  }

  /** Sentences for people, once the cell has ended. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    cleared.forEach(
        (type, names) -> {
          if (!names.isEmpty()) {
            told.add(
                type
                    + " is another type than before: null until they are assigned again: "
                    + String.join(", ", names));
          }
        });
    unusable.stream().filter(declared::isUnusable).map(declared::whyUnusable).forEach(told::add);
    return told;
  }
}
