"""Studies: a whole project that is run, and folders of runs that are only read."""

import hashlib
import json
import random
import shutil
from pathlib import Path

import notebooks

RUNS = 24
PLANNED = 100_000
FINISHED = 10_000


def penguins(home, folder):
    """A copy of the example's project, so that nothing is left of earlier runs."""
    return Path(shutil.copytree(home / "examples/penguins", folder, ignore=shutil.ignore_patterns("runs", "__pycache__")))


def planned(folder):
    """A study of a hundred thousand trials."""
    return _study(folder, f"a: {{range: [0, 1], steps: {PLANNED // 250}}}", "b: {range: [1, 50], steps: 50}", "repeat: 5")


def finished(folder):
    """A study of ten thousand trials; two of them are to be run, and the rest copied from these."""
    return _study(folder, f"a: {{range: [1, {FINISHED}], steps: {FINISHED}}}")


def _study(folder, *lines):
    folder.mkdir(parents=True)
    parameters = notebooks.parameters("a = 0.0\nb = 0\nseed = 0")
    template = notebooks.of([parameters, notebooks.code("print(a * b)")])
    (folder / "report.ipynb").write_text(json.dumps(template))
    vary = [line for line in lines if not line.startswith("repeat")]
    rest = [line for line in lines if line.startswith("repeat")] + ["seed: seed"] if len(vary) < len(lines) else []
    text = "\n".join(["template: report.ipynb", "vary:", *(f"  {line}" for line in vary), *rest]) + "\n"
    study = folder / "study.yaml"
    study.write_text(text)
    return study


def multiply(runs, count):
    """Copies the one run of a folder, with a = 1.0, until there is one for every a; each copy is sealed anew."""
    (original,) = (path for path in runs.iterdir() if "~" in path.name)
    record = json.loads((original / "run.json").read_text())
    for path in [original, *original.rglob("*")]:
        path.chmod(0o755)
    for a in range(2, count + 1):
        name = f"a={a}~{_id(a)}"
        copy = Path(shutil.copytree(original, runs / name))
        record["id"] = name[-6:]
        record["parameters"]["a"] |= {"value": float(a), "display": f"{a}.0"}
        (copy / "run.json").write_text(json.dumps(record, indent=2))
        _seal(copy)


def _id(number):
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(letters[number >> shift & 31] for shift in range(25, -1, -5))


def _seal(run):
    """As Platen seals: the hash of every file, and one over the list of them."""
    seal = json.loads((run / "seal.json").read_text())
    seal["files"]["run.json"] = hashlib.sha256((run / "run.json").read_bytes()).hexdigest()
    listed = "".join(f"{hash}  {name}\n" for name, hash in sorted(seal["files"].items()))
    seal["seal"] = hashlib.sha256(listed.encode()).hexdigest()
    (run / "seal.json").write_text(json.dumps(seal, indent=1))


def compared(runs):
    """Folders of runs as a study of two thousand points and five seeds leaves them: eleven parameters and eight metrics each."""
    for number in range(FINISHED):
        point, seed = divmod(number, 5)
        run = runs / f"point={point},seed={seed}~{_id(number)}"
        run.mkdir(parents=True)
        record = _record(number, random.Random(point), random.Random(number))
        (run / "run.json").write_text(json.dumps(record, indent=2))
        (run / "seal.json").write_text('{"files": {"run.json": ""}}')
        _seal(run)


def _record(number, of_point, of_run):
    parameters = {
        "arch": of_point.choice(["mlp", "resnet", "transformer"]),
        "hidden": of_point.choice([8, 16, 32, 64]),
        "activation": of_point.choice(["relu", "tanh"]),
        "augment": of_point.random() < 0.5,
        "layers": of_point.randint(1, 12),
        **{name: of_point.random() for name in ("lr", "dropout", "decay", "momentum", "smoothing")},
        "seed": number % 5,
    }
    types = {str: "str", int: "int", bool: "bool", float: "float"}
    return {
        "status": "succeeded",
        "title": "compared",
        "template": {"path": "report.ipynb"},
        "parameters": {name: {"given": True, "type": types[type(value)], "value": value} for name, value in parameters.items()},
        "metrics": {f"m{i}": {"type": "number", "value": of_run.gauss(i, 0.1), "source": "record"} for i in range(8)},
        "trial": {"study": "compared", "varied": list(parameters)[:-1], "seed": ["seed"], "repeat": number % 5, "goal": {"m0": "min"}},
        "started": f"2026-11-{1 + number // 3600 // 24:02}T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z",
        "seconds": 10 + of_run.random(),
    }
