"""Runs the statements of a file, one a line, and prints the variables that lines such as '-- show x' name."""

import math
import sys

import duckdb


def hexed(text):
    return "s" + text.encode().hex()


def encoded(value):
    if value is None:
        return "n"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, float):
        return "d" + ("nan" if math.isnan(value) else repr(value))
    if isinstance(value, str):
        return hexed(value)
    if isinstance(value, list):
        return "[" + ",".join(map(encoded, value)) + "]"
    return "{" + ",".join(hexed(key) + ":" + encoded(held) for key, held in value.items()) + "}"


connection = duckdb.connect()
for line in open(sys.argv[1], encoding="utf-8", newline="").read().split("\n"):
    if line.startswith("-- show "):
        name = line.removeprefix("-- show ")
        (value,) = connection.execute(f"SELECT getvariable('{name}')").fetchone()
        print(name, encoded(value), sep="\t")
    elif line:
        connection.execute(line)
