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

  private static final String HTML = "text/html; charset=utf-8";
  private static final String REPORT_FILE = "report.html";
  private static final String SO_FAR = "so-far.html";

  private final Gate gate;
  private final StudyWatch watch;
  private final ServedFiles files;
  private final StopRequests stops;

  Routes(Gate gate, StudyWatch watch, Path dir) {
    this.gate = gate;
    this.watch = watch;
    this.files = new ServedFiles(dir);
    this.stops = StopRequests.in(dir);
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

  private static Answer notFound() {
    return Answer.words(404, "not found");
  }

  private Answer post(List<String> way) throws InterruptedException {
    if (way.equals(List.of("stop-study"))) {
      stops.askStudy();
      return Answer.words(202, "asked to stop");
    }
    if (way.size() == 2 && way.get(0).equals("stop")) {
      Optional<RunFollower> run = watch.live(way.get(1));
      if (run.isEmpty()) {
        return Answer.words(404, "no such run is under way");
      }
      stops.ask(run.get().folder());
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
    if (way.size() == 4 && way.get(0).equals("live-image")) {
      return watch
          .image(way.get(1), way.get(2))
          .map(image -> Answer.of(200, image.type(), Answer.INERT, image.bytes()))
          .orElseGet(Routes::notFound);
    }
    String last = way.get(way.size() - 1);
    if (way.size() == 2 && (last.equals(REPORT_FILE) || last.equals(SO_FAR))) {
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

  private Answer report(List<String> way) throws IOException {
    if (way.size() != 2) {
      return notFound();
    }
    if (way.get(1).equals(SO_FAR)) {
      Optional<Path> folder = files.folder(way.get(0));
      return folder.isPresent() ? soFar(new RunFolder(folder.get())) : notFound();
    }
    Optional<ServedFiles.Found> found =
        way.get(1).equals(REPORT_FILE) ? files.find(way) : Optional.empty();
    return found.isPresent() ? Answer.file(found.get().file(), HTML, REPORT) : notFound();
  }

  private Answer soFar(RunFolder run) throws IOException {
    if (!run.isUnfinished()) {
      Optional<ServedFiles.Found> report =
          files.find(List.of(String.valueOf(run.path().getFileName()), REPORT_FILE));
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
