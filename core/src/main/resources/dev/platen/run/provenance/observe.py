# Runs in a namespace of its own, with its own copy of the builtins: nothing that the notebook rebinds or replaces
# reaches it, and nothing of it can be seen from there. What it knows lives in the audit hook alone, which answers to an
# audit event of ours.
import sys
from base64 import b64encode
from json import dumps
from os import O_CREAT, O_TRUNC, O_WRONLY, __file__ as os_file, environ, fsdecode, getcwd, stat
from os.path import dirname, isabs, join, normpath
from stat import S_ISREG
from time import time_ns

MOST_READ = 10_000
MOST_WRITTEN = 100_000
WRITES = O_CREAT | O_TRUNC | O_WRONLY
STDLIB = dirname(os_file) + "/"

started = time_ns()
read = {}
written = set()
unrecorded = False
# Filled by snapshot.py, if there is one: what it reads itself, the copy that stood in for a module's file, and the
# files whose copy couldn't be read.
unseen = ()
copies = {}
unreadable = {}


def hook(event, args):
    # Every audit event of the process comes here, so the common way out is short. An exception would fail the user's
    # own call; only an interrupt, which is meant for the user's code, may pass.
    if event == "open":
        try:
            opened(args[0], args[2])
        except Exception:
            pass
    elif event == "os.rename":
        try:
            wrote(absolute(args[1]))
        except Exception:
            pass
    elif event == "dev.platen.observed":
        args[0].append(b64encode(dumps(observation()).encode()).decode())


def opened(file, flags):
    global unrecorded
    if file.__class__ is int:
        return
    path = absolute(file)
    if path in read or path in written or of_python(path) or path.startswith(unseen):
        return
    if flags & WRITES:
        wrote(path)
    elif S_ISREG(stat(path).st_mode):
        if len(read) < MOST_READ:
            read[path] = None
        else:
            unrecorded = True


def wrote(path):
    if len(written) < MOST_WRITTEN:
        written.add(path)


def absolute(file):
    path = fsdecode(file)
    return normpath(path if isabs(path) else join(getcwd(), path))


def of_python(path):
    return path.endswith(".pyc") or "-packages/" in path or path.startswith(STDLIB)


def observation():
    return {
        "version": ".".join(map(str, sys.version_info[:3])),
        "implementation": sys.implementation.name,
        "executable": sys.executable,
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "stdlib": STDLIB,
        "temp": environ.get("TMPDIR") or "/tmp",
        "path": each(absolute, list(sys.path)),
        "imported": each(module_file, list(sys.modules.values())),
        "library": each(library_file, list(sys.modules.values())),
        "copies": copies,
        "unreadable": list(unreadable),
        "read": list(read),
        "unrecorded": unrecorded,
        "started": started,
    }


def each(function, values):
    results = {}
    for value in values:
        try:
            results[function(value)] = None
        except Exception:
            pass  # a notebook may put anything into sys.path and sys.modules, or remove its working folder
    return list(results)


def module_file(module):
    path = absolute(vars(module)["__file__"])
    if of_python(path):
        raise LookupError
    return path


def library_file(module):
    # The folder of the whole package is enough, but for a part of a namespace that several packages share.
    site, found, inside = absolute(vars(module)["__file__"]).rpartition("-packages/")
    if not found:
        raise LookupError
    top = inside.partition("/")[0]
    owned = getattr(sys.modules.get(top), "__file__", None)
    return site + found + (top if owned else inside)


sys.addaudithook(hook)
