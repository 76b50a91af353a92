"""What the numbers were taken on."""

import os
import platform
import subprocess
from datetime import date
from importlib.metadata import version

QUIET_LOAD = 0.3  # runnable processes a core, before the first run


def describe(home):
    """Lines of text: machine, versions, commit."""
    flags = (home / "cli/target/launcher.env").read_text().splitlines()
    java = _first_line([flags[1], "--version"])
    # The AOT cache or archive names a folder of this machine.
    options = " ".join(flag for flag in flags[2:] if "=/" not in flag)
    commit = _first_line(["git", "-C", home, "rev-parse", "--short=12", "HEAD"])
    changed = _first_line(["git", "-C", home, "status", "--porcelain", "--untracked-files=no"])
    peers = ", ".join(f"{name} {version(name)}" for name in ("papermill", "nbconvert", "ipykernel"))
    return [
        f"{date.today()}, commit {commit}{' with changes' if changed else ''}",
        f"{os.cpu_count()} cores of {_processor()}, {_memory()} GiB, {platform.system()} {platform.release()}",
        f"{java} ({options}, with {'an archive' if len(flags) > 2 and '=/' in flags[-1] else 'no archive'})",
        f"Python {platform.python_version()}, {peers}",
    ]


def busy():
    """What else the machine is doing, as a warning; None when it is quiet."""
    load = os.getloadavg()[0]
    if load <= QUIET_LOAD * os.cpu_count():
        return None
    return f"the machine was busy: load {load:.1f} on {os.cpu_count()} cores before the first run; read the ratios only"


def _first_line(command):
    return (subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines() or [""])[0]


def _processor():
    with open("/proc/cpuinfo") as lines:
        return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory():
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30))
