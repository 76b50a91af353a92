package dev.platen.study.compare;

import dev.platen.study.ledger.PastRun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where a run's files lie, seen from the compare page.
 *
 * @param dir the folder of the page
 */
public record RunLinks(Path dir) {

  /** With slashes on every system, such as {@code hidden=32~k3v9qd/report.html}. */
  public String path(PastRun run, String file) {
    return StreamSupport.stream(relative(run, file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /** The same as a URL: every character that means something in one is escaped. */
  String url(PastRun run, String file) {
    return StreamSupport.stream(relative(run, file).spliterator(), false)
        .map(name -> escaped(name.toString()))
        .collect(Collectors.joining("/"));
  }

  private Path relative(PastRun run, String file) {
    return dir.toAbsolutePath()
        .normalize()
        .relativize(run.folder().path().toAbsolutePath().normalize().resolve(file).normalize());
  }

  private static String escaped(String name) {
    return name.equals("..")
        ? name
        : URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
