"""The tables, and their place in docs/performance.md."""

from statistics import median

import budgets

BEGIN = "<!-- scripts/bench writes from here … -->"
END = "<!-- … to here -->"
WORDS = {"wall": "time", "cpu": "CPU"}


def compared(pairs):
    """One row for each work."""
    head = ["work", "Platen s", "peers s", "ratio", "Platen CPU s", "peers CPU s", "ratio", "… to papermill alone"]
    head += ["Platen MiB", "peers MiB", "complete", "wanted"]
    return _table(head, [_compared(p) for p in pairs if p.peers])


def _compared(pairs):
    cells = [pairs.row.work]
    for measure in ("wall", "cpu"):
        for results in (pairs.platen, pairs.peers):
            cells.append(f"{_median(results, measure):.2f}")
        cells.append(f"**{pairs.ratio(measure):.1f} ×**")
    cells.append(f"{pairs.ratio('cpu', 'papermill'):.1f} ×" if pairs.peers[0].parts else "")
    for results in (pairs.platen, pairs.peers):
        cells.append(f"{_median(results, 'peak') / budgets.MEBIBYTE:.0f}")
    cells.append(f"{_complete(pairs.platen)}; {_complete(pairs.peers)}" if pairs.row.printed else "")
    cells.append(", ".join(_wanted(pairs, measure, times) for measure, times in pairs.row.wanted.items()))
    return cells


def _median(results, measure):
    return median(getattr(result.usage, measure) for result in results)


def _complete(results):
    return f"{sum(result.complete for result in results)}/{len(results)}"


def _wanted(pairs, measure, times):
    kept = pairs.ratio(measure) >= times and all(result.complete for result in pairs.platen)
    return f"{WORDS[measure]} ≥ {times} ×: {_yes(kept)}"


def budget(lines):
    rows = [[work, value, limit, _yes(kept)] for work, value, limit, kept in lines]
    return _table(["Platen's own budget", "measured", "budget", "kept"], rows)


def _yes(kept):
    return "yes" if kept else "**no**"


def _table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(file, text):
    """Replaces what stands between the marks."""
    before, begin, rest = file.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{file} has lost its marks:\n{BEGIN}\n{END}")
    file.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")
