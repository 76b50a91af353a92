package dev.platen.javakernel;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/** What a notebook has declared, and what keeps it from being used. */
final class Declared {
  /** The compiler's words for a type that was declared again since. */
  private static final Pattern FORMER =
      Pattern.compile("incompatible types: (.+) cannot be converted to \\1");

  private final JShell shell;

  Declared(JShell shell) {
    this.shell = shell;
  }

  /** Whether it needs what isn't there, or no longer fits what is. */
  boolean isUnusable(Snippet snippet) {
    Status status = shell.status(snippet);
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  /** All that can't be used and is named in the code. */
  Stream<DeclarationSnippet> unusableIn(String source) {
    return shell
        .snippets()
        .filter(this::isUnusable)
        .map(DeclarationSnippet.class::cast)
        .filter(each -> names(source, each.name()));
  }

  private static boolean names(String source, String name) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
        .matcher(source)
        .find();
  }

  /** One sentence. */
  String whyUnusable(DeclarationSnippet snippet) {
    List<String> missing = shell.unresolvedDependencies(snippet).distinct().toList();
    if (!missing.isEmpty()) {
      String names = String.join(", no ", missing);
      return words(snippet) + " can't be used as long as there is no " + names;
    }
    return words(snippet) + " must be declared again: " + firstError(snippet);
  }

  private String firstError(Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .filter(Diag::isError)
        .map(each -> each.getMessage(Locale.ROOT).strip().replaceAll("\\s*\n\\s*", "; "))
        .map(each -> FORMER.matcher(each).replaceAll("it is of the former $1"))
        .findFirst()
        .orElse("it doesn't compile any more");
  }

  private static String words(DeclarationSnippet snippet) {
    if (snippet instanceof MethodSnippet method) {
      return "method " + method.name() + "(" + method.parameterTypes() + ")";
    }
    return (snippet instanceof TypeDeclSnippet ? "type " : "variable ") + snippet.name();
  }
}
