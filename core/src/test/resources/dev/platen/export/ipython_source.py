"""Prints what IPython makes of the cells in a JSON list, as a JSON list."""
import json, sys
from IPython.core.inputtransformer2 import TransformerManager

cells = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps([TransformerManager().transform_cell(cell) for cell in cells]))
