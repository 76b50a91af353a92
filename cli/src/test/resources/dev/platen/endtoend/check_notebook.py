"""Says 'valid' if nbformat finds no fault in a notebook, 'same' if it would write the same bytes."""
import sys

import nbformat

raw = open(sys.argv[1], encoding="utf-8", newline="").read()
notebook = nbformat.reads(raw, as_version=4)
nbformat.validate(notebook)
print("valid")
written = nbformat.writes(notebook)
print("same" if raw == written + "\n" else "other")
