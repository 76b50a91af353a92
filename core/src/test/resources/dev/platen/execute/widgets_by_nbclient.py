"""Executes a notebook with nbclient and prints what it keeps of widgets."""

import json
import sys

import nbclient
import nbformat

notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, kernel_name="python3").execute()
print("WIDGETS" + json.dumps(notebook.metadata.get("widgets", {})))
