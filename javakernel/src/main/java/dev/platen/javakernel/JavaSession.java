package dev.platen.javakernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/** Cells run by jshell, one snippet after the other, in this process. One thread's. */
final class JavaSession implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import dev.platen.display.*;",
          "import static dev.platen.display.Display.*;");
  private static final Pattern OTHER_MAGIC = Pattern.compile("%+\\w+");
  private static final Set<SubKind> SHOWN =
      Set.of(
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND);

  private final UserClasses classes;
  private final SnippetExecution execution;
  private final JShell shell;
  private final Magics magics;
  private final SnippetPlaces places;
  private final Declared declared;
  private final CodeQuestions questions;
  private final Consumer<String> notes;
  private final MemoryReserve reserve = new MemoryReserve();

  /**
   * Begins a session.
   *
   * @param folder for its files
   * @param notes takes sentences that whoever wrote the cell should read
   */
  JavaSession(SessionFolder folder, Consumer<String> notes) throws IOException {
    this.notes = notes;
    classes = new UserClasses(folder.folder("classes"));
    execution = new SnippetExecution(classes, reserve);
    // What the compiler sees unless it is told otherwise: not the kernel's own classes.
    System.setProperty("java.class.path", classes.folder().toString());
    shell = JShell.builder().executionEngine(execution.provider(), Map.of()).build();
    magics = new Magics(shell::addToClasspath, classes, folder);
    places = new SnippetPlaces(shell.sourceCodeAnalysis());
    declared = new Declared(shell);
    questions = new CodeQuestions(shell.sourceCodeAnalysis());
    IMPORTS.forEach(shell::eval);
    // As jshell's own loader does: services and resources are looked for among the notebook's.
    Thread.currentThread().setContextClassLoader(classes.loader());
  }

  /** What editors ask about code. */
  CodeQuestions questions() {
    return questions;
  }

  /** Where the snippets stand that have run. */
  SnippetPlaces places() {
    return places;
  }

  /** The error of a cell for which the kernel, or code that it asked, found no memory. */
  CellFailure memoryIsFull(OutOfMemoryError error, int number) {
    reserve.release();
    return Errors.ofMemory(error, number);
  }

  /**
   * Runs a cell.
   *
   * @param number of the cell, by which errors name it
   * @return the value of the expression at its end, unless a semicolon follows it
   */
  Optional<CellValue> run(int number, String cell) throws CellFailure {
    reserve.fill();
    Aftermath aftermath = new Aftermath(declared);
    try {
      CellText text = new CellText(cell, shell.sourceCodeAnalysis()::analyzeCompletion);
      return run(number, text, aftermath);
    } catch (OutOfMemoryError e) {
      throw memoryIsFull(e, number);
    } finally {
      aftermath.told().forEach(notes);
    }
  }

  private Optional<CellValue> run(int number, CellText cell, Aftermath aftermath)
      throws CellFailure {
    List<Snippet> evaluated = new ArrayList<>();
    Optional<CellValue> value = Optional.empty();
    CellBatches batches = new CellBatches(cell);
    for (List<CellPart> next = batches.next(); !next.isEmpty(); next = batches.next()) {
      if (next.get(0).isMagic()) {
        magics.run(next.get(0).source());
        value = Optional.empty();
      } else if (next.size() == 1 || !runsTogether(next, number, evaluated, aftermath)) {
        // One after the other, too, if they don't compile: those before the wrong one run.
        for (CellPart part : next) {
          CellPlace place = new CellPlace(number, part.line());
          value = evaluate(part.source(), place, evaluated, aftermath);
        }
      }
    }
    failIfUnusable(evaluated);
    return cell.asksForValue() ? value : Optional.empty();
  }

  private boolean runsTogether(
      List<CellPart> parts, int number, List<Snippet> evaluated, Aftermath aftermath)
      throws CellFailure {
    CellPlace place = new CellPlace(number, parts.get(0).line());
    List<SnippetEvent> events = events(CellBatches.block(parts), place);
    if (events.stream().anyMatch(event -> event.status() == Status.REJECTED)) {
      return false;
    }
    for (SnippetEvent event : events) {
      take(event, place, evaluated, aftermath);
    }
    return true;
  }

  private Optional<CellValue> evaluate(
      String source, CellPlace place, List<Snippet> evaluated, Aftermath aftermath)
      throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (SnippetEvent event : events(source, place)) {
      if (event.status() == Status.REJECTED && event.causeSnippet() == null) {
        throw doesNotCompile(event.snippet(), source, place);
      }
      take(event, place, evaluated, aftermath);
      if (event.causeSnippet() == null && SHOWN.contains(event.snippet().subKind())) {
        value = Optional.of(new CellValue(execution.lastValue()));
      }
    }
    return value;
  }

  /** Takes note of what happened, and fails if it was an exception. */
  private void take(
      SnippetEvent event, CellPlace place, List<Snippet> evaluated, Aftermath aftermath)
      throws CellFailure {
    aftermath.saw(event);
    if (event.causeSnippet() != null) {
      return;
    }
    places.put(event.snippet(), place);
    JShellException exception = event.exception();
    if (exception instanceof UnresolvedReferenceException unresolved) {
      throw Errors.ofUse(declared.whyUnusable(unresolved.getSnippet()), exception, places);
    }
    if (exception != null) {
      throw Errors.of(exception, places);
    }
    evaluated.add(event.snippet());
  }

  private CellFailure doesNotCompile(Snippet snippet, String source, CellPlace place) {
    Matcher magic = OTHER_MAGIC.matcher(source);
    if (magic.lookingAt()) {
      return CellFailure.ofUsage(
          "there is no "
              + magic.group()
              + ": this kernel has %"
              + String.join(", %", Magics.NAMES));
    }
    List<String> notes = declared.unusableIn(source).map(declared::whyUnusable).toList();
    return Errors.ofCompiler(source, shell.diagnostics(snippet).toList(), notes, place);
  }

  /** jshell asks what was thrown for its message and its causes, and fails if these do. */
  private List<SnippetEvent> events(String source, CellPlace place) throws CellFailure {
    try {
      return shell.eval(source);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw Errors.ofKernel(e, "what was thrown can't be told", place.cell());
    }
  }

  /** In a notebook what a cell declares must be complete by its end; jshell would wait for more. */
  private void failIfUnusable(List<Snippet> evaluated) throws CellFailure {
    for (Snippet snippet : evaluated) {
      if (declared.isUnusable(snippet)) {
        throw Errors.ofDeclaration(
            declared.whyUnusable((DeclarationSnippet) snippet), places.of(snippet).orElseThrow());
      }
    }
  }

  @Override
  public void close() throws IOException {
    shell.close();
    classes.close();
  }
}
