"""What nbformat makes of each NAME.in.ipynb of a folder, as NAME.expected.ipynb.

Cell ids that nbformat would invent at random are taken from NAME.out.ipynb.
"""

import json
import logging
import pathlib
import sys
import warnings

import nbformat

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.in.ipynb")):
    stem = path.name[: -len(".in.ipynb")]
    text = path.read_text(encoding="utf-8")
    raw = json.loads(text)
    ours = json.loads(path.with_name(stem + ".out.ipynb").read_text(encoding="utf-8"))

    notebook = nbformat.reads(text, as_version=4)
    if raw["nbformat"] == 4:
        notebook = nbformat.v4.upgrade(notebook)

    seen = set()
    for i, (cell, our) in enumerate(zip(notebook.cells, ours["cells"], strict=True)):
        given = raw["cells"][i].get("id") if raw["nbformat"] == 4 else None
        if raw["nbformat_minor"] < 5 or given is None or given in seen:
            cell.id = our["id"]
        seen.add(given)

    nbformat.write(notebook, path.with_name(stem + ".expected.ipynb"))
