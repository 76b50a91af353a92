package dev.platen.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OomKillsTest {
  @TempDir private Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private OomKills now() {
    return OomKills.now(root.resolve("proc"), root.resolve("cgroup"));
  }

  @Test
  void withoutCountersNothingIsClaimed() {
    assertThat(now().moreThan(now())).isFalse();
  }

  @Test
  void theMachinesCounterTells() throws IOException {
    write("proc/vmstat", "nr_free_pages 1\noom_kill 4\nother 9\n");
    OomKills before = now();
    assertThat(now().moreThan(before)).isFalse();
    write("proc/vmstat", "nr_free_pages 0\noom_kill 5\nother 9\n");
    assertThat(now().moreThan(before)).isTrue();
  }

  @Test
  void theCounterOfTheOwnGroupTells() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/job-7\n");
    write("cgroup/user.slice/job-7/memory.events", "oom 1\noom_kill 0\noom_group_kill 0\n");
    OomKills before = now();
    write("cgroup/user.slice/job-7/memory.events", "oom 2\noom_kill 0\noom_group_kill 3\n");
    assertThat(now().moreThan(before)).isFalse();
    write("cgroup/user.slice/job-7/memory.events", "oom 2\noom_kill 1\noom_group_kill 3\n");
    assertThat(now().moreThan(before)).isTrue();
  }

  @Test
  void theCounterOfAnOlderGroupTells() throws IOException {
    write("proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/batch/9\n0::/\n");
    write("cgroup/memory/batch/9/memory.oom_control", "under_oom 0\noom_kill 0\n");
    OomKills before = now();
    write("cgroup/memory/batch/9/memory.oom_control", "under_oom 0\noom_kill 2\n");
    assertThat(now().moreThan(before)).isTrue();
  }

  @Test
  void aCounterThatAppearsSaysNothing() throws IOException {
    OomKills before = now();
    write("cgroup/memory.events", "oom_kill 7\n");
    assertThat(now().moreThan(before)).isFalse();
  }
}
