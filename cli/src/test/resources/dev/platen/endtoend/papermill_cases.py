"""Runs papermill's own command line for each case of a JSON file: [[folder, [argument, ...]], ...]. Prints the exit codes
as JSON. One process for all: most of papermill's time is its start."""

import contextlib
import io
import json
import os
import sys

from papermill.cli import papermill


def exit_code(arguments):
    try:
        papermill.main(args=arguments, prog_name='papermill', standalone_mode=False)
    except SystemExit as end:
        return end.code or 0
    except Exception as error:
        return getattr(error, 'exit_code', 1)
    return 0


codes = []
for folder, arguments in json.load(open(sys.argv[1], encoding='utf-8')):
    os.chdir(folder)
    with contextlib.redirect_stderr(io.StringIO()):
        codes.append(exit_code(arguments))
print('\n' + json.dumps(codes))
