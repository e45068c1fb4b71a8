#!/usr/bin/env python3
"""Damages files at random and gives each to the whole program: mutate.py SOHOA RUNS SEED FILE…

Scans and PDF files go through `inspect`, which decodes them in its own process; texts through `outline`, which restores
and parses them. A run may refuse its file (65, 66, 69), never crash, hang or end with another code. Files that break
this are left in the folder `broken`, with what was printed. Only Python's own library.
"""
import collections
import pathlib
import random
import subprocess
import sys
import tempfile

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


def main():
    program, runs, seed, *names = sys.argv[1:]
    chance, sources = random.Random(int(seed)), [pathlib.Path(name) for name in names]
    contents, codes = {path: path.read_bytes() for path in sources}, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for run in range(int(runs)):
            source = chance.choice(sources)
            file = pathlib.Path(folder) / f"mutated{source.suffix}"
            file.write_bytes(mutated(contents[source], chance))
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
