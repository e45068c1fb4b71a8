#!/usr/bin/env python3
"""Sohoa beside other programs that give Vietnamese its marks back, on the same texts: one table.

    python3 -m venv VENV && VENV/bin/pip install -r Benchmarks/peers/requirements.txt
    VENV/bin/python Benchmarks/peers/compare.py NAME=TRUE.txt ... [--sohoa PROGRAM] [--models FOLDER] [--limit WORDS]

Each text is true Vietnamese; its marks are taken off here, given to every program line by line, and what comes back is
held against the truth word by word (white-space tokens, exactly equal; hóa = hoá). A peer's words a second are
of the processor time that its lines took, without its start; Sohoa's are of the whole command less its start on one word.
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOVED = {"oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe", "oẻ": "ỏe", "oẽ": "õe",
         "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}


def stripped(text):
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def words(line):
    line = unicodedata.normalize("NFC", line)
    for new, old in MOVED.items():
        line = re.sub(rf"(?<![qQ]){new}\b", old, line)
    return line.split()


def right_words(ours, true):
    """How many words of a line are right: by place where none was split or joined, else by the best alignment."""
    if len(ours) == len(true):
        return sum(a == b for a, b in zip(ours, true))
    row = list(range(len(true) + 1))
    for i, a in enumerate(ours, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(true, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return max(0, len(true) - row[-1])


def pyvi_lines(lines):
    """A line that pyvi cannot take stays as it is."""
    from pyvi import ViUtils

    restored = []
    for line in lines:
        try:
            restored.append(ViUtils.add_accents(line) if line.strip() else line)
        except Exception:  # it fails on some lines, and says no more than an index error
            restored.append(line)
    return restored


def peer(function):
    def run(lines):
        function(lines[:2])
        start = time.process_time()
        restored = function(lines)
        return restored, time.process_time() - start
    return run


def sohoa(program, models):
    def seconds(path):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [program, "restore", "--models", models, "--noise", "stripped", path]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return text, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def run(lines):
        with tempfile.TemporaryDirectory() as folder:
            one, all_lines = pathlib.Path(folder, "one"), pathlib.Path(folder, "all")
            one.write_text("Uy ban\n")
            all_lines.write_text("\n".join(lines) + "\n")
            start = min(seconds(one)[1] for _ in range(3))
            text, spent = seconds(all_lines)
        return text.split("\n")[:-1], max(1e-6, spent - start)
    return run


def limited(text, most):
    """Whole lines, so many words at most."""
    kept, count = [], 0
    for line in text.split("\n"):
        if count >= most:
            break
        kept.append(line)
        count += len(line.split())
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", nargs="+", metavar="NAME=FILE")
    parser.add_argument("--sohoa", default=str(ROOT / ".build/release/sohoa"))
    parser.add_argument("--models", default=str(ROOT / "dictionaries"))
    parser.add_argument("--limit", type=int, default=100_000, help="words of a text")
    options = parser.parse_args()
    programs = {"Sohoa": sohoa(options.sohoa, options.models), "pyvi 0.1.1": peer(pyvi_lines)}
    print("| text | words | program | words right | words/s |\n|---|---|---|---|---|")
    for entry in options.texts:
        name, _, path = entry.rpartition("=")
        true = limited(unicodedata.normalize("NFC", pathlib.Path(path).read_text()).replace("\f", ""), options.limit)
        bare = [stripped(line) for line in true]
        count = sum(len(line.split()) for line in true)
        for program, run in programs.items():
            restored, spent = run(bare)
            if len(restored) != len(true):
                sys.exit(f"{program}: {len(restored)} lines of {len(true)}")
            right = sum(right_words(words(a), words(b)) for a, b in zip(restored, true))
            print(f"| {name} | {count:,} | {program} | {right / count:.4f} | {count / spent:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
