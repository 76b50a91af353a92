"""Runs papermill's own command line for each case of a JSON file: [[folder, [argument, ...]], ...]. Prints the exit codes
as JSON. Each case is a fork of this process, for most of papermill's time is its start."""

import concurrent.futures
import contextlib
import io
import json
import multiprocessing
import os
import sys

from papermill.cli import papermill

SECONDS = 60
ATTEMPTS = 5


def run(folder, arguments):
    os.chdir(folder)
    code = 0
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            papermill.main(args=arguments, prog_name='papermill', standalone_mode=False)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        except Exception as error:
            code = getattr(error, 'exit_code', 1)
    # At once: Python's own end would wait for the thread that forked this process, fail, and make a 1 of it.
    sys.stdout.flush()
    os._exit(code)


def exit_code(case):
    """nbclient sometimes waits for ever for a reply that was sent long ago."""
    for _ in range(ATTEMPTS):
        process = multiprocessing.get_context('fork').Process(target=run, args=case)
        process.start()
        process.join(SECONDS)
        if not process.is_alive():
            return process.exitcode
        process.kill()
        process.join()
    raise TimeoutError(f'papermill did not end in {SECONDS} s: {case}')


with open(sys.argv[1], encoding='utf-8') as file:
    cases = json.load(file)
with concurrent.futures.ThreadPoolExecutor(2) as workers:
    codes = list(workers.map(exit_code, cases))
print('\n' + json.dumps(codes))
