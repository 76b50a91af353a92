"""What the warm-up shows, with nothing but Python."""

import random
import struct
import zlib


def table(n):
    """Numbers and their squares as a table."""
    rows = "".join(f"<tr><th>{i}</th><td>{i * i}</td></tr>" for i in range(n))
    return f'<table class="dataframe"><thead><tr><th>n</th><th>n²</th></tr></thead><tbody>{rows}</tbody></table>'


def picture(size):
    """Grey noise, so many pixels wide and high, as PNG."""
    noise = random.Random(size)
    rows = b"".join(b"\0" + noise.randbytes(size) for _ in range(size))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
