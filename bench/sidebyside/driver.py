"""The mission's own driver, as people write it: papermill, then nbconvert, in a loop. driver.py TEMPLATE OUT"""

import itertools
import sys
from pathlib import Path

import papermill
from nbconvert import HTMLExporter

template, out = sys.argv[1], Path(sys.argv[2])
exporter = HTMLExporter()
for arch, hidden, seed in itertools.product(["mlp", "resnet"], [4, 8, 16, 32], [0, 1, 2]):
    executed = out / f"{arch}-{hidden}-{seed}.ipynb"
    papermill.execute_notebook(
        template, executed, {"arch": arch, "hidden": hidden, "seed": seed}, cwd=Path(template).parent, progress_bar=False
    )
    html, _ = exporter.from_filename(executed)
    executed.with_suffix(".html").write_text(html)
