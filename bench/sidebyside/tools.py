"""The contenders. Each does a job in a folder of its own and says what it took."""

import contextlib
import functools
import operator
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import notebooks
import processes
import studies


@dataclass
class Result:
    usage: processes.Usage
    executed: Path | None = None  # the executed notebook, until the tool's next job
    parts: dict = field(default_factory=dict)  # by program, where several ran
    files: dict = field(default_factory=dict)  # bytes, by name
    complete: bool = True  # no output was lost
    seconds_a_cell: float | None = None


class Tool:
    def __init__(self, home, scratch):
        self.home = home
        self.scratch = scratch
        self.venv = home / ".venv-bench"
        self.launcher = home / "platen"
        self.dir = scratch / type(self).__name__
        own = {"VIRTUAL_ENV", "CONDA_PREFIX", "JUPYTER_PATH", "JUPYTER_DATA_DIR", "PYTHONPATH"}
        self.env = {k: v for k, v in os.environ.items() if k not in own} | {
            "VIRTUAL_ENV": str(self.venv),
            "PATH": f"{self.venv}/bin:{os.environ['PATH']}",
        }

    def fresh_dir(self):
        if self.dir.exists():
            # A sealed folder is read-only.
            for path in [self.dir, *self.dir.rglob("*")]:
                path.chmod(0o755)
            shutil.rmtree(self.dir)
        self.dir.mkdir()
        return self.dir

    def html(self, files):
        usage = self.html_of(files)
        return Result(usage, complete=len(list((self.dir / "pages").glob("*.html"))) == len(files))

    def html_of_each(self, files):
        """Pages as a driver wants them, one after each run; all at once where the tool can do that."""
        return self.html(files)

    def fresh_pages(self):
        pages = self.dir / "pages"
        shutil.rmtree(pages, ignore_errors=True)
        pages.mkdir(parents=True)
        return pages

    def call(self, *command, watch=lambda: None):
        usage = processes.run([str(c) for c in command], self.env, self.dir / "log", watch)
        # 1: the notebook's own code failed, or what papermill takes for that.
        if usage.exit_code not in (0, 1):
            raise SystemExit(f"{command} ended with {usage.exit_code}:\n{(self.dir / 'log').read_text()}")
        return usage


class Platen(Tool):
    def version(self):
        self.fresh_dir()
        return Result(self.call(self.launcher, "--version"))

    def execute(self, template):
        runs = self.fresh_dir() / "runs"
        keep = {"journal.jsonl": self.dir / "journal", "notebook.ipynb": self.dir / "first"}
        usage = self.call(self.launcher, "run", template, "--out", runs, "--quiet", watch=lambda: _keep(runs, keep))
        run = next(runs.iterdir())
        files = {path.name: path.stat().st_size for path in run.rglob("*") if path.is_file()}
        files |= {path.name: path.stat().st_size for path in keep.values() if path.exists()}
        return Result(usage, run / "notebook.ipynb", files=files)

    def formulas(self):
        """With formulas, and in its parts without."""
        self.fresh_dir()
        kinds = (notebooks.formulas, notebooks.no_formulas)
        with_them, without = (notebooks.write(self.dir / f"{kind.__name__}.ipynb", kind()) for kind in kinds)
        return Result(self.html_of([with_them]), parts={"without": self.html_of([without])})

    def html_of(self, files):
        pages = self.fresh_pages()
        return self.call(self.launcher, "html", *files, "--out", pages, "--quiet")

    def study(self):
        project = studies.penguins(self.home, self.fresh_dir() / "penguins")
        usage = self.call(self.launcher, "sweep", project / "study.yaml", "--parallel", "2", "--quiet")
        return Result(usage, complete=len(list(project.glob("runs/*/seal.json"))) == studies.RUNS)

    def plan(self):
        study = studies.planned(self.fresh_dir() / "project")
        return Result(self.call(self.launcher, "sweep", study, "--dry-run", "--quiet"))

    def scan(self):
        """Ten thousand runs are made once."""
        study = self.scratch / "scanned" / "study.yaml"
        if not study.exists():
            study = studies.finished(study.parent)
            self.fresh_dir()
            runs = study.parent / "runs"
            first = study.with_name("first.yaml")
            first.write_text("template: report.ipynb\nvary: {a: [1]}\n")
            self.call(self.launcher, "sweep", first, "--quiet")
            studies.multiply(runs, studies.FINISHED)
        usage = self.call(self.launcher, "sweep", study, "--dry-run", "--quiet")
        done = (self.dir / "log").read_text().count(": done")
        if done != studies.FINISHED:
            raise SystemExit(f"only {done} of {studies.FINISHED} runs count as done")
        return Result(usage)

    def compare(self):
        """Another ten thousand, with parameters and metrics; made once too."""
        runs = self.scratch / "compared"
        if not runs.exists():
            studies.compared(runs)
        usage = self.call(self.launcher, "compare", runs, "--quiet")
        return Result(usage, files={"index.html": (runs / "index.html").stat().st_size})


def _keep(runs, keep):
    """Second names for two files that are gone when the run has ended: the journal, and the first notebook."""
    for journal in runs.glob("*/journal.jsonl"):
        for name, kept in keep.items():
            if not kept.exists():
                with contextlib.suppress(FileNotFoundError):
                    os.link(journal.with_name(name), kept)


class Peers(Tool):
    """papermill, then nbconvert."""

    def version(self):
        self.fresh_dir()
        return Result(self.call(self.venv / "bin/papermill", "--version"))

    def execute(self, template):
        executed = self.fresh_dir() / "executed.ipynb"
        papermill = self.call(self.venv / "bin/papermill", template, executed, "--no-progress-bar")
        nbconvert = self.html_of([executed])
        parts = {"papermill": papermill, "nbconvert": nbconvert}
        return Result(papermill + nbconvert, executed, parts)

    def html_of(self, files):
        return self.html_into(self.fresh_pages(), files)

    def html_of_each(self, files):
        pages = self.fresh_pages()
        usage = functools.reduce(operator.add, [self.html_into(pages, [file]) for file in files])
        return Result(usage, complete=len(list(pages.glob("*.html"))) == len(files))

    def html_into(self, pages, files):
        return self.call(self.venv / "bin/jupyter-nbconvert", "--to", "html", *files, "--output-dir", pages)

    def study(self):
        out = self.fresh_dir() / "out"
        out.mkdir()
        project = studies.penguins(self.home, self.dir / "penguins")
        driver = Path(__file__).with_name("driver.py")
        usage = self.call(self.venv / "bin/python", driver, project / "report.ipynb", out)
        return Result(usage, complete=len(list(out.glob("*.html"))) == studies.RUNS)
