package dev.platen.study.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.platen.fault.Fault;
import dev.platen.run.RunFolder;
import dev.platen.run.RunSoFar;
import dev.platen.run.StopRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each address is. */
final class Routes {
  /** The page has its own policy in its head; here is what a page can't say of itself. */
  private static final String PAGE = "object-src 'none'; frame-ancestors 'none'";

  /**
   * A report has an origin of its own: whatever in it runs reaches neither the page nor this
   * server. Its scripts run, its own policy says which; links open, what it holds can be saved.
   */
  private static final String REPORT =
      "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads;"
          + " frame-ancestors 'none'";

  /** HTML that a run put out: the page alone may frame it, and nothing in it runs. */
  private static final String FRAME =
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String REPORT_FILE = "report.html";
  private static final String SO_FAR = "so-far.html";

  private final Gate gate;
  private final StudyWatch watch;
  private final ServedFiles files;
  private final List<Path> dirs;

  Routes(Gate gate, StudyWatch watch, List<Path> dirs) {
    this.gate = gate;
    this.watch = watch;
    this.files = new ServedFiles(dirs);
    this.dirs = dirs;
  }

  /** Whether a request is for the events. */
  boolean isEvents(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET")
        && Gate.names(exchange.getRequestURI())
            .filter(names -> names.size() == 2 && names.get(1).equals("events"))
            .filter(names -> gate.isPage(names.get(0)))
            .isPresent();
  }

  Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
    List<String> names = Gate.names(exchange.getRequestURI()).orElse(List.of());
    if (names.equals(List.of("favicon.ico"))) {
      // Browsers ask for it, and complain of a page that has none.
      return Answer.of(204, "image/x-icon", Answer.INERT, new byte[0]);
    }
    if (names.size() < 2) {
      return Answer.words(404, "not found: the address needs the key that ‘platen serve’ printed");
    }
    List<String> way = names.subList(1, names.size());
    boolean isPost = exchange.getRequestMethod().equals("POST");
    if (gate.isPage(names.get(0))) {
      return isPost ? post(way) : page(way, exchange);
    }
    return gate.isReport(names.get(0)) && !isPost ? report(way) : notFound();
  }

  /** As the page names a run. */
  private static String name(List<String> run) {
    return String.join("/", run);
  }

  private static Answer notFound() {
    return Answer.words(404, "not found");
  }

  private Answer post(List<String> way) throws InterruptedException {
    if (way.equals(List.of("stop-study"))) {
      dirs.forEach(dir -> StopRequests.in(dir).askStudy());
      return Answer.words(202, "asked to stop");
    }
    if (way.size() == 1 + files.depth() && way.get(0).equals("stop")) {
      Optional<RunFollower> run = watch.live(name(way.subList(1, way.size())));
      if (run.isEmpty()) {
        return Answer.words(404, "no such run is under way");
      }
      RunFolder folder = run.get().folder();
      StopRequests.around(folder).ask(folder);
      return Answer.words(202, "asked to stop");
    }
    return notFound();
  }

  private Answer page(List<String> way, HttpExchange exchange)
      throws IOException, InterruptedException {
    if (way.equals(List.of(""))) {
      return Answer.of(200, HTML, PAGE, watch.page());
    }
    if (way.equals(List.of("runs.csv"))) {
      return Answer.of(200, "text/csv; charset=utf-8", Answer.INERT, watch.csv());
    }
    int depth = files.depth();
    if (way.size() == depth + 3 && way.get(0).startsWith("live-")) {
      return output(way.get(0), name(way.subList(1, depth + 1)), way.get(depth + 1));
    }
    String last = way.get(way.size() - 1);
    if (way.size() == depth + 1 && (last.equals(REPORT_FILE) || last.equals(SO_FAR))) {
      String path = exchange.getRequestURI().getRawPath();
      String rest = path.substring(path.indexOf('/', 1));
      exchange.getResponseHeaders().set("Location", "/" + gate.reportKey() + rest);
      return Answer.words(307, "the report has another address");
    }
    Optional<ServedFiles.Found> found = files.find(way);
    return found.isPresent()
        ? Answer.file(found.get().file(), found.get().type(), Answer.INERT)
        : notFound();
  }

  /** What a run under way shows. */
  private Answer output(String kind, String run, String key) throws InterruptedException {
    Optional<Answer> answer =
        switch (kind) {
          case "live-image" ->
              watch
                  .image(run, key)
                  .map(image -> Answer.of(200, image.type(), Answer.INERT, image.bytes()));
          case "live-html" ->
              watch
                  .html(run, key)
                  .map(markup -> Answer.of(200, HTML, FRAME, ShownHtml.page(markup)));
          default -> Optional.empty();
        };
    return answer.orElseGet(Routes::notFound);
  }

  private Answer report(List<String> way) throws IOException {
    if (way.size() != files.depth() + 1) {
      return notFound();
    }
    List<String> run = way.subList(0, files.depth());
    String file = way.get(files.depth());
    if (file.equals(SO_FAR)) {
      Optional<Path> folder = files.folder(run);
      return folder.isPresent() ? soFar(run, new RunFolder(folder.get())) : notFound();
    }
    Optional<ServedFiles.Found> found =
        file.equals(REPORT_FILE) ? files.find(way) : Optional.empty();
    return found.isPresent() ? Answer.file(found.get().file(), HTML, REPORT) : notFound();
  }

  private Answer soFar(List<String> names, RunFolder run) throws IOException {
    if (!run.isUnfinished()) {
      List<String> way = Stream.concat(names.stream(), Stream.of(REPORT_FILE)).toList();
      Optional<ServedFiles.Found> report = files.find(way);
      return report.isPresent() ? Answer.file(report.get().file(), HTML, REPORT) : notFound();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RunSoFar.write(run, out);
    } catch (NoSuchFileException e) {
      return Answer.words(404, "the run has just ended; ask once more");
    }
    return Answer.of(200, HTML, REPORT, out.toByteArray());
  }

  /** What a defect or the disk kept from an answer. */
  static Answer failure(RuntimeException e) {
    String why =
        e instanceof Fault || e instanceof UncheckedIOException ? e.getMessage() : e.toString();
    return Answer.words(500, "it can't be shown: " + why);
  }
}
