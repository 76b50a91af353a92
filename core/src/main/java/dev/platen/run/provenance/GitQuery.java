package dev.platen.run.provenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The questions to git behind one {@link GitState}. */
final class GitQuery {
  static final int MAX_BYTES = 1 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/]*@|[?#].*");

  private final Path root;
  private final List<String> notes = new ArrayList<>();
  private final List<String> untracked = new ArrayList<>();
  private Optional<String> commit = Optional.empty();
  private Optional<String> branch = Optional.empty();
  private boolean dirty;

  private GitQuery(Path root) {
    this.root = root;
  }

  static Optional<GitState> ask(Path dir) throws InterruptedException {
    Optional<Path> root = workTree(dir);
    return root.isPresent() ? new GitQuery(root.get()).state() : Optional.empty();
  }

  /** The nearest folder with a {@code .git} in it, which is a file in a linked work tree. */
  static Optional<Path> workTree(Path dir) {
    for (Path at = dir.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Optional<GitState> state() throws InterruptedException {
    // One state in one breath: head, branch, changed and untracked files.
    Optional<Command.Answer> status =
        git("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=normal");
    if (status.isEmpty()) {
      return Optional.empty();
    }
    parseStatus(output("status", status.get()).split("\0"));
    String diff = dirty && commit.isPresent() ? diff() : "";
    Optional<String> remote = status.get().ok() ? remote() : Optional.empty();
    return Optional.of(new GitState(root, commit, branch, remote, dirty, diff, untracked, notes));
  }

  private String diff() throws InterruptedException {
    return git(
            "diff",
            "HEAD",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--src-prefix=a/",
            "--dst-prefix=b/")
        .map(answer -> output("diff", answer))
        .orElse("");
  }

  private Optional<Command.Answer> git(String... arguments) throws InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"));
    command.addAll(List.of(arguments));
    return Command.run(command, root, TIMEOUT, MAX_BYTES);
  }

  /** The output, "" if git refused; a note says why, or that there was more. */
  private String output(String question, Command.Answer answer) {
    if (!answer.ok()) {
      String why = answer.errors().lines().findFirst().orElse("failed");
      notes.add("git " + question + ": " + why);
      return "";
    }
    if (answer.cut()) {
      notes.add("git " + question + ": cut after 1 MiB");
    }
    return answer.output();
  }

  /**
   * Takes the entries of porcelain version 2.
   *
   * @see <a href="https://git-scm.com/docs/git-status#_porcelain_format_version_2">git status</a>
   */
  private void parseStatus(String[] entries) {
    for (int i = 0; i < entries.length; i++) {
      String entry = entries[i];
      if (entry.startsWith("# branch.oid ")) {
        commit = value(entry, "# branch.oid ", "(initial)");
      } else if (entry.startsWith("# branch.head ")) {
        branch = value(entry, "# branch.head ", "(detached)");
      } else if (entry.startsWith("? ")) {
        untracked.add(entry.substring(2));
      } else if (!entry.isEmpty() && !entry.startsWith("#")) {
        dirty = true;
        // A rename is followed by the old path, an entry of its own.
        i += entry.startsWith("2 ") ? 1 : 0;
      }
    }
  }

  private static Optional<String> value(String entry, String key, String none) {
    String value = entry.substring(key.length());
    return value.equals(none) ? Optional.empty() : Optional.of(value);
  }

  /** As configured: what {@code git remote get-url} gives may have a token put in by a rewrite. */
  private Optional<String> remote() throws InterruptedException {
    List<String> lines =
        git("config", "--get-regexp", "^remote\\..*\\.url$")
            .map(answer -> answer.output().lines().toList())
            .orElse(List.of());
    return lines.stream()
        .filter(line -> line.startsWith("remote.origin.url "))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(line -> withoutCredentials(line.substring(line.indexOf(".url ") + 5)));
  }

  static String withoutCredentials(String url) {
    return url.contains("://") ? CREDENTIALS.matcher(url).replaceAll("") : url;
  }
}
