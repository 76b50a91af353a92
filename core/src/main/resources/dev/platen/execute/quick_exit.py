# As Python ends, it searches all that is in memory for cycles, several times: half a second of work where pandas and
# matplotlib are loaded. What is there after the last cell is spared that. Python promises no end to objects that are
# still alive; but a file that is open for writing would lose its last lines if a cycle held it. Then all stays as it is.
import gc
from io import BufferedRandom, BufferedWriter

WRITERS = (BufferedWriter, BufferedRandom)
LAST_STANDARD_STREAM = 2


def is_writer(kind):
    return issubclass(kind, WRITERS)


def may_hold_text(file):
    return not file.closed and file.fileno() > LAST_STANDARD_STREAM


def is_safe():
    everything = gc.get_objects()
    # There are few types, so that to ask them takes a tenth of the time that to ask all objects would take.
    return not any(map(is_writer, set(map(type, everything)))) or not any(
        may_hold_text(each) for each in everything if is_writer(type(each))
    )


try:
    if is_safe():
        gc.freeze()
except Exception:
    pass  # a notebook may have put its own in the place of Python's; then all stays as it is, too
