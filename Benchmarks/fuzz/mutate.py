#!/usr/bin/env python3
"""Damages files at random and gives each to the whole program: mutate.py SOHOA RUNS SEED FILE…

Scans and PDF files go through `inspect`, which decodes them in its own process; texts through `outline`, which restores
and parses them. Every other PNG and TIFF is damaged behind its header only, in what its pixels are packed in, with
checksums that are right again: a damaged header is refused before anything is unpacked. A run may refuse its file (65, 66, 69), never crash, hang or end with another code. Files that break
this are left in the folder `broken`, with what was printed. Only Python's own library.
"""
import collections
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import zlib

ALLOWED = {0, 65, 66, 69}
SECONDS = 60


def mutated(data, chance):
    """The bytes cut short, overwritten, doubled, taken out or swapped, one to eight times."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not data:
            break
        start = chance.randrange(len(data))
        length = min(len(data) - start, chance.choice([1, 2, 4, 16, 256, 4096]))
        way = chance.randrange(6)
        if way == 0:
            data[start] ^= 1 << chance.randrange(8)
        elif way == 1:
            data[start:start + length] = chance.randbytes(length)
        elif way == 2:
            del data[start:start + length]
        elif way == 3:
            data[start:start] = data[start:start + length]
        elif way == 4:
            data[start:start + length] = bytes([chance.choice([0, 0x20, 0x7F, 0xFF])]) * length
        elif chance.random() < 0.2:
            del data[start:]
    return bytes(data)


def mutated_png(data, chance):
    """One part behind the header damaged, or the rows before they were packed; its checksum is that of its new bytes."""
    parts, place = [], 8
    while place + 12 <= len(data):
        length = struct.unpack(">I", data[place:place + 4])[0]
        parts.append((data[place + 4:place + 8], data[place + 8:place + 8 + length]))
        place += length + 12
    chosen = chance.randrange(1, len(parts))
    rows = b"".join(body for kind, body in parts if kind == b"IDAT")
    if chance.random() < 0.5:
        rows = zlib.compress(mutated(zlib.decompress(rows), chance), 1)
        first = next(index for index, part in enumerate(parts) if part[0] == b"IDAT")
        parts = [part for part in parts if part[0] != b"IDAT"]
        parts.insert(first, (b"IDAT", rows))
    else:
        parts[chosen] = (parts[chosen][0], mutated(parts[chosen][1], chance))
    return data[:8] + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts)


def mutated_tiff(data, chance):
    """Bytes of its strips damaged, or numbers of its directory, with as many bytes as before."""
    order = "<" if data[:2] == b"II" else ">"
    directory = struct.unpack(order + "I", data[4:8])[0]
    count = struct.unpack(order + "H", data[directory:directory + 2])[0]
    result = bytearray(data)
    if chance.random() < 0.3:
        entry = directory + 2 + 12 * chance.randrange(count)
        result[entry + 8:entry + 12] = struct.pack(order + "I", chance.choice([0, 1, 2, 3, 8, 255, 65535, 1 << 31]))
    inside = [place for place in (8, directory + 6 + 12 * count) if place < len(data) - 16]
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(chance.choice(inside), len(data))
        if not directory <= start < directory + 6 + 12 * count:
            length = min(len(data) - start, chance.choice([1, 2, 4, 16, 256]))
            result[start:start + length] = chance.randbytes(length)
    return bytes(result)


INSIDE = {".png": mutated_png, ".tif": mutated_tiff, ".tiff": mutated_tiff}


def main():
    program, runs, seed, *names = sys.argv[1:]
    chance, sources = random.Random(int(seed)), [pathlib.Path(name) for name in names]
    contents, codes = {path: path.read_bytes() for path in sources}, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for run in range(int(runs)):
            source = chance.choice(sources)
            file = pathlib.Path(folder) / f"mutated{source.suffix}"
            way = chance.choice([mutated, INSIDE.get(source.suffix, mutated)])
            file.write_bytes(way(contents[source], chance))
            command = "outline" if source.suffix == ".txt" else "inspect"
            code, said = tried([program, command, str(file)])
            codes[code] += 1
            if code not in ALLOWED:
                keep(file, f"{seed}-{run}{source.suffix}", said)
    print(f"{runs} runs, exit codes {dict(codes)}")
    sys.exit(any(code not in ALLOWED for code in codes))


def tried(command):
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS)
        return done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired:
        return "hung", b""


def keep(file, name, said):
    broken = pathlib.Path("broken")
    broken.mkdir(exist_ok=True)
    (broken / name).write_bytes(file.read_bytes())
    (broken / f"{name}.log").write_bytes(said)


main()
