package dev.platen.kernel.launch;

import java.util.Optional;

/**
 * One process, from {@code /proc/PID/stat}.
 *
 * @param cpuTicks its own and those of the children that it has waited for
 * @param started in ticks since the machine's start: tells two processes of one id apart
 * @param residentPages in memory, those shared with others too
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcessStat(
    long pid,
    long parent,
    long group,
    long session,
    long cpuTicks,
    long started,
    long residentPages) {

  /** Empty when the line is none: the process ended while it was read. */
  static Optional<ProcessStat> parse(String line) {
    // The name stands in parentheses and may hold anything, parentheses too.
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open || close + 2 > line.length()) {
      return Optional.empty();
    }
    String[] behind = line.substring(close + 2).strip().split(" ", -1);
    if (behind.length < 22) {
      return Optional.empty();
    }
    long cpu = 0;
    for (int i = 11; i <= 14; i++) {
      cpu += Long.parseLong(behind[i]);
    }
    return Optional.of(
        new ProcessStat(
            Long.parseLong(line.substring(0, open).strip()),
            Long.parseLong(behind[1]),
            Long.parseLong(behind[2]),
            Long.parseLong(behind[3]),
            cpu,
            Long.parseLong(behind[19]),
            Long.parseLong(behind[21])));
  }
}
