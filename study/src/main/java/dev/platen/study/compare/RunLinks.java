package dev.platen.study.compare;

import dev.platen.run.RunFolder;
import dev.platen.study.ledger.PastRun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where a run's files lie, seen from the compare page.
 *
 * @param dir the folder of the page
 * @param served of a page over several folders that a server shows, these: their runs have
 *     addresses behind the folder's number, from 1; else empty
 */
public record RunLinks(Path dir, List<Path> served) {
  public RunLinks {
    served = List.copyOf(served);
  }

  /** Of a page that lies in a folder. */
  public RunLinks(Path dir) {
    this(dir, List.of());
  }

  /** Of a page that a server shows; one folder's runs have their own names for addresses. */
  public static RunLinks served(List<Path> dirs) {
    return new RunLinks(dirs.get(0), dirs.size() == 1 ? List.of() : dirs);
  }

  /** How a run is named in addresses, such as {@code hidden=32~k3v9qd}. */
  public String name(RunFolder run) {
    return slashed(relative(run, ""));
  }

  /** With slashes on every system, such as {@code hidden=32~k3v9qd/report.html}. */
  public String path(PastRun run, String file) {
    return slashed(relative(run.folder(), file));
  }

  /** The same as a URL: every character that means something in one is escaped. */
  String url(PastRun run, String file) {
    return StreamSupport.stream(relative(run.folder(), file).spliterator(), false)
        .map(name -> escaped(name.toString()))
        .collect(Collectors.joining("/"));
  }

  private Path relative(RunFolder run, String file) {
    Path folder = run.path().toAbsolutePath().normalize();
    int number = served.indexOf(folder.getParent()) + 1;
    return number > 0
        ? Path.of(Integer.toString(number)).resolve(folder.getFileName()).resolve(file)
        : dir.toAbsolutePath().normalize().relativize(folder.resolve(file).normalize());
  }

  private static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static String escaped(String name) {
    return name.equals("..")
        ? name
        : URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
