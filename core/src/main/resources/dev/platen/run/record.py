# Runs in a namespace of its own, with its own copy of the builtins, so that nothing of it can be seen in the notebook,
# and no name that the notebook has taken for itself is in its way.
from base64 import b64encode
from json import dumps
from numbers import Number

MOST_CELLS = 1000
LONGEST_TEXT = 10_000


class Unfit(Exception):
    pass


def metric(expression, namespace):
    value = eval(compile(expression, "<record>", "eval"), namespace)
    try:
        answer = whole(value)
    except Unfit as problem:
        answer = {"problem": str(problem)}
    return b64encode(dumps(answer).encode()).decode()


def whole(value):
    if hasattr(value, "itertuples") or (hasattr(value, "to_dicts") and hasattr(value, "rows")):
        return {"table": frame(value)}
    if hasattr(value, "to_frame") and len(value) != 1:
        return {"table": frame(value.to_frame())}
    value = bare(value)
    if isinstance(value, (dict, list, tuple)):
        return {"value": nested(value, [MOST_CELLS], 0)}
    return {"value": scalar(value)}


def frame(value):
    if hasattr(value, "reset_index") and type(value.index).__name__ != "RangeIndex":
        try:
            value = value.reset_index()
        except ValueError:
            pass  # a column has the index's name already; the columns alone say enough
    check(value.shape[0] * value.shape[1])
    rows = value.itertuples(index=False, name=None) if hasattr(value, "itertuples") else value.rows()
    return {"columns": [str(name) for name in value.columns], "rows": [[cell(each) for each in row] for row in rows]}


def bare(value):
    """What an array library's value is in Python's own types: of one element that element, else lists."""
    shape = getattr(value, "shape", None)
    if shape is None or isinstance(value, (int, float, str)):
        return value
    count = 1
    for length in shape:
        count *= length
    check(count)
    if not hasattr(value, "item") and hasattr(value, "numpy"):
        value = value.numpy()
    if count != 1:
        return value.tolist()
    item = value.item() if hasattr(value, "item") else value.tolist()
    return float(item) if type(item) is type(value) else item


def scalar(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise Unfit(f"it is a text of {len(value)} characters; {LONGEST_TEXT} are allowed")
        return str(value)
    if isinstance(value, Number) and not isinstance(value, complex):
        return finite(int(value)) if isinstance(value, int) else float(value)
    if value is None:
        raise Unfit("it is None")
    raise Unfit(f"it is of the type {type(value).__name__}; wanted is a number, a truth value, text or a small table")


def finite(value):
    try:
        float(value)
    except OverflowError:
        raise Unfit("it is a whole number beyond 1e308") from None
    return value


def nested(value, left, depth):
    value = bare(value)
    if depth < 2 and isinstance(value, dict):
        return {str(key): nested(each, left, depth + 1) for key, each in value.items()}
    if depth < 2 and isinstance(value, (list, tuple)):
        return [nested(each, left, depth + 1) for each in value]
    left[0] -= 1
    if left[0] < 0:
        raise Unfit(f"it has more than {MOST_CELLS} cells")
    return cell(value)


def cell(value):
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    try:
        return scalar(bare(value))
    except Unfit:
        return str(value)[:LONGEST_TEXT]


def check(count):
    if count > MOST_CELLS:
        raise Unfit(f"it is a table of {count} cells; {MOST_CELLS} are allowed")
