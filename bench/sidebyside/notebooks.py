"""The notebooks that are run, and what their outputs must hold."""

import base64
import json
import struct
import zlib
from datetime import datetime
from random import Random

LINES = 20_000
TRIVIAL_CELLS = 300
MEGABYTES = 20
CELLS_BEHIND = 50
IMAGES = 50
KILOBYTES = 200
NOTEBOOKS = 100
FORMULAS = 20


def one_cell():
    return of([code("print(1 + 1)")])


def trivial_cells():
    return of([code(f"x = {i}") for i in range(TRIVIAL_CELLS)])


def flushed_prints():
    return of([code(f"for i in range({LINES}):\n    print(i, flush=True)")])


def one_large_output():
    large = f"print(('x' * 99 + '\\n') * {MEGABYTES * 10_000}, end='')"
    return of([code(large)] + [code(f"x = {i}") for i in range(CELLS_BEHIND)])


def thousand_cells():
    """Executed: seven lines of code, a line of text, in every second cell a small HTML table."""
    source = "import math\n\ndef area(r):\n    '''Of a circle.'''\n    return math.pi * r ** 2\n\nprint(area({}))"
    rows = "".join(f"<tr><td>{i}</td><td>{i * i}</td></tr>" for i in range(5))
    table = {"text/plain": "a table", "text/html": f"<table><tbody>{rows}</tbody></table>"}
    cells = []
    for i in range(1000):
        outputs = [_stream(f"{3.14159 * i * i}\n")]
        if i % 2:
            outputs.append({"output_type": "display_data", "metadata": {}, "data": table})
        cells.append(code(source.format(i), i + 1, outputs))
    return of(cells)


def three_cells():
    """Executed: what a small report has."""
    return of([text("# A report"), code("1 + 1", 1, [_result("2")]), code("print('end')", 2, [_stream("end\n")])])


def images():
    """Executed: figures that nothing can make smaller."""
    noise = Random(7)
    return of([code(f"plot({i})", i + 1, [_png(noise.randbytes(KILOBYTES * 1000))]) for i in range(IMAGES)])


def many():
    """Executed, a hundred of them."""
    return [three_cells() for _ in range(NOTEBOOKS)]


def formulas():
    """Twenty of the kind that models are described with."""
    tex = r"$$p(\theta_{%d} \mid x) = \frac{p(x \mid \theta)\,p(\theta)}{\int p(x \mid \theta')\,p(\theta')\,d\theta'}$$"
    return of([text(f"## Model {i}\n\n{tex % i}") for i in range(FORMULAS)])


def no_formulas():
    return of([text(f"## Model {i}\n\nNothing to be seen here.") for i in range(FORMULAS)])


def large_text():
    """Executed: one text, of which every fifth character must be escaped in HTML."""
    line = "abcd<efgh>ijkl&" * 6 + "mnopqrst\n"
    text = line * (MEGABYTES * 1_000_000 // len(line))
    return of([code("print(text)", 1, [_stream(text)])])


def write(file, notebook):
    file.write_text(json.dumps(notebook))
    return file


def printed(file):
    """What the cells of an executed notebook printed, as one text."""
    streams = (o for c in _cells(file) for o in c.get("outputs", []) if o["output_type"] == "stream")
    return "".join("".join(o["text"]) for o in streams)


def seconds_a_cell(file):
    """From the first cell's start to the last one's end, by their number."""
    times = [cell["metadata"]["papermill"] for cell in _cells(file)]
    start, end = (datetime.fromisoformat(t) for t in (times[0]["start_time"], times[-1]["end_time"]))
    return (end - start).total_seconds() / len(times)


def _cells(file):
    return json.loads(file.read_text())["cells"]


def all_prints():
    return "".join(f"{i}\n" for i in range(LINES))


def large_print():
    return ("x" * 99 + "\n") * (MEGABYTES * 10_000)


def _stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)}


def _result(plain):
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": plain}}


def _png(noise):
    """Grey noise of 256 pixels a line."""
    rows = len(noise) // 256
    pixels = b"".join(b"\0" + noise[i * 256 : i * 256 + 256] for i in range(rows))
    header = struct.pack(">IIBBBBB", 256, rows, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(pixels)), (b"IEND", b"")]
    file = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    data = {"image/png": base64.b64encode(file).decode(), "text/plain": "a figure"}
    return {"output_type": "display_data", "metadata": {}, "data": data}


def text(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def parameters(source):
    cell = code(source)
    cell["metadata"]["tags"] = ["parameters"]
    return cell


def code(source, count=None, outputs=()):
    return {
        "cell_type": "code",
        "execution_count": count,
        "metadata": {},
        "outputs": list(outputs),
        "source": source.splitlines(keepends=True),
    }


def of(cells):
    for i, cell in enumerate(cells):
        cell["id"] = f"cell-{i}"
    kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernelspec, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
