"""Prints the repr of each float whose bits, in hex, stand on a line of the file."""

import struct
import sys

with open(sys.argv[1], encoding="ascii") as lines:
    for line in lines:
        print(repr(struct.unpack(">d", bytes.fromhex(line.strip()))[0]))
