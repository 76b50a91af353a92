package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On real repositories. */
class GitStateTest {
  @TempDir Path temp;
  private Path repo;

  @BeforeEach
  void makeFolder() throws IOException {
    repo = Files.createDirectory(temp.resolve("projet é"));
  }

  private String git(String... arguments) throws InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Command.Answer answer =
        Command.run(command, repo, Duration.ofSeconds(30), 1 << 20).orElseThrow();
    assertThat(answer.ok()).as(answer.errors()).isTrue();
    return answer.output().strip();
  }

  private String commit(String name, String text) throws Exception {
    Files.writeString(repo.resolve(name), text);
    git("add", "-A");
    git("commit", "-q", "-m", "x");
    return git("rev-parse", "HEAD");
  }

  private GitState state() throws InterruptedException {
    return GitState.of(repo).orElseThrow();
  }

  @Test
  void aFolderOutsideOfEveryWorkTreeHasNone() throws Exception {
    assertThat(GitState.of(repo)).isEmpty();
  }

  @Test
  void aCleanWorkTreeIsItsCommitAndBranch() throws Exception {
    git("init", "-q", "-b", "trunk");
    String head = commit("a.py", "1\n");
    assertThat(state())
        .isEqualTo(
            new GitState(
                repo,
                Optional.of(head),
                Optional.of("trunk"),
                Optional.empty(),
                false,
                "",
                List.of(),
                List.of()));
  }

  @Test
  void aDirtyWorkTreeHasTheDiffOfTrackedFilesStagedOrNotAndTheNamesOfTheOthers() throws Exception {
    git("init", "-q");
    commit("é.py", "old\n");
    commit("moved.py", "long enough a line to be taken for the same file\n");
    git("config", "diff.noprefix", "true");
    git("config", "color.ui", "always");
    Files.writeString(repo.resolve("é.py"), "new\n");
    git("mv", "moved.py", "renamed.py");
    Files.writeString(repo.resolve("extra.csv"), "1\n");
    Files.createDirectories(repo.resolve("out/deep"));
    Files.writeString(repo.resolve("out/deep/x"), "1\n");
    GitState state = state();
    assertThat(state.dirty()).isTrue();
    assertThat(state.untracked()).containsExactly("extra.csv", "out/");
    assertThat(state.diff().lines().filter(l -> !l.startsWith("index ")))
        .containsExactly(
            "diff --git a/moved.py b/renamed.py",
            "similarity index 100%",
            "rename from moved.py",
            "rename to renamed.py",
            "diff --git a/é.py b/é.py",
            "--- a/é.py",
            "+++ b/é.py",
            "@@ -1 +1 @@",
            "-old",
            "+new");
    assertThat(state.notes()).isEmpty();
  }

  @Test
  void untrackedFilesAloneDoNotMakeItDirty() throws Exception {
    git("init", "-q");
    commit(".gitignore", "ignored\n");
    Files.writeString(repo.resolve("ignored"), "");
    Files.writeString(repo.resolve("new"), "");
    assertThat(state().dirty()).isFalse();
    assertThat(state().untracked()).containsExactly("new");
  }

  @Test
  void beforeTheFirstCommitThereIsABranchButNoCommitAndNoDiff() throws Exception {
    git("init", "-q", "-b", "main");
    Files.writeString(repo.resolve("a.py"), "1");
    git("add", "a.py");
    GitState state = state();
    assertThat(state.commit()).isEmpty();
    assertThat(state.branch()).contains("main");
    assertThat(state.dirty()).isTrue();
    assertThat(state.diff()).isEmpty();
    assertThat(state.notes()).isEmpty();
  }

  @Test
  void aDetachedHeadHasNoBranch() throws Exception {
    git("init", "-q");
    String head = commit("a.py", "1");
    git("checkout", "-q", "--detach");
    assertThat(state().branch()).isEmpty();
    assertThat(state().commit()).contains(head);
  }

  @Test
  void theRootIsFoundFromASubfolderAndFromALinkedWorkTree() throws Exception {
    git("init", "-q");
    commit("a.py", "1");
    Path sub = Files.createDirectories(repo.resolve("deep/er"));
    assertThat(GitState.of(sub).orElseThrow().root()).isEqualTo(repo);
    Path linked = temp.resolve("linked");
    git("worktree", "add", "-q", "-b", "side", linked.toString());
    GitState state = GitState.of(linked).orElseThrow();
    assertThat(state.root()).isEqualTo(linked);
    assertThat(state.branch()).contains("side");
  }

  @Test
  void aHugeDiffIsCutWithANote() throws Exception {
    git("init", "-q");
    commit("big.txt", "a\n".repeat(800_000));
    Files.writeString(repo.resolve("big.txt"), "b\n".repeat(800_000));
    GitState state = state();
    assertThat(state.diff()).hasSize(GitQuery.MAX_BYTES);
    assertThat(state.notes()).containsExactly("git diff: cut after 1 MiB");
  }

  @Test
  void aWorkTreeThatGitRefusesIsNotedWithGitsReason() throws Exception {
    Files.writeString(repo.resolve(".git"), "gitdir: /nowhere/at/all\n");
    GitState state = state();
    assertThat(state.root()).isEqualTo(repo);
    assertThat(state.commit()).isEmpty();
    assertThat(state.notes())
        .containsExactly("git status: fatal: not a git repository: /nowhere/at/all");
  }

  @Test
  void theUrlOfOriginIsTakenBeforeOthersAndWithoutTheTokenInIt() throws Exception {
    git("init", "-q");
    commit("a.py", "1");
    git("remote", "add", "aaa", "https://example.org/other.git");
    assertThat(state().remote()).contains("https://example.org/other.git");
    git("remote", "add", "origin", "https://me:ghp_secret@example.org/mine.git");
    assertThat(state().remote()).contains("https://example.org/mine.git");
    assertThat(state().toJson().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:p@example.org/a.git, https://example.org/a.git",
    "https://u:p@ss@example.org/a@b.git, https://example.org/a@b.git",
    "https://example.org/a@b.git, https://example.org/a@b.git",
    "https://example.org/a.git?token=t, https://example.org/a.git",
    "ssh://git@example.org:22/a.git, ssh://example.org:22/a.git",
    "git@example.org:me/a.git, git@example.org:me/a.git",
    "../a.git, ../a.git",
  })
  void credentialsAreTakenOutOfUrls(String url, String without) {
    assertThat(GitQuery.withoutCredentials(url)).isEqualTo(without);
  }
}
