"""Runs a command and says what it took, with everything that it started. Linux."""

import ctypes
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
SAMPLE_SECONDS = 0.02


@dataclass(frozen=True)
class Usage:
    """What one command took, or several one after the other."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of the command's own process and of orphans that it left
    peak: int  # bytes, resident, of the command's own process
    exit_code: int
    kernels: float = 0.0  # seconds of CPU that its children took: the kernels, from their start to their very end

    def __add__(self, then):
        return Usage(
            self.wall + then.wall,
            self.cpu + then.cpu,
            max(self.peak, then.peak),
            self.exit_code or then.exit_code,
            self.kernels + then.kernels,
        )


def adopt_orphans():
    """Makes processes whose parent ends children of this one, so that their usage can be had as well."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_CHILD_SUBREAPER)")


def run(command, env, log, watch=lambda: None):
    """Runs a command to its end, its output in the file log; watch is called while it runs."""
    output = (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, env, file_actions=[output, (os.POSIX_SPAWN_DUP2, 1, 2)])
    sampler = _Sampler(pid, watch)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    wall = time.perf_counter() - start
    sampler.stop()
    own = _cpu_of_itself(pid)
    _, status, used = os.wait4(pid, 0)
    kernels = used.ru_utime + used.ru_stime - own
    return Usage(wall, own + _cpu_of_orphans(), sampler.peak, os.waitstatus_to_exitcode(status), kernels)


def _cpu_of_itself(pid):
    """Of a process that has ended and was not waited for yet, without its children (proc_pid_stat(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cpu_of_orphans():
    cpu = 0.0
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return cpu
        cpu += used.ru_utime + used.ru_stime


class _Sampler:
    """Looks at the process a few times a second: what is known of its memory ends with it."""

    def __init__(self, pid, watch):
        self.peak = 0
        self._pid = pid
        self._watch = watch
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self):
        while not self._ended.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, self._high_water())
            self._watch()

    def stop(self):
        self._ended.set()
        self._thread.join()

    def _high_water(self):
        for line in Path(f"/proc/{self._pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
        return 0
