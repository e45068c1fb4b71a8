#!/usr/bin/env python3
"""Kills a run at random moments and runs it again until it ends, over and over; then compares what came of it.

    kill_and_resume.py SOHOA WORK INPUT... [--kills 200] [--seed 1] [--formats json,csv,txt]

A kill is SIGKILL to a worker or to the parent. Every batch that comes to its end is compared byte by byte with one that
nobody disturbed, and its archive by what it holds. Ends with 1 where anything differs.
"""

import argparse
import filecmp
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time


def files(folder):
    """What the run is to leave: every file but its own book-keeping, by path."""
    root = pathlib.Path(folder)
    found = {}
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and relative.parts[0] != ".sohoa":
            found[str(relative)] = path
    return found


def archive(path):
    """Counts of what an archive holds, and its records."""
    with sqlite3.connect(path) as database:
        tables = ["input", "document", "task", "finding", "pageText"]
        counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
        records = sorted(row[0] for row in database.execute("SELECT CAST(record AS TEXT) FROM document"))
    return counts, records


def differences(made, wanted):
    have, want = files(made), files(wanted)
    names = sorted(set(have) ^ set(want))
    names += [name for name in have if name in want and not filecmp.cmp(have[name], want[name], shallow=False)]
    if archive(f"{made}.sqlite") != archive(f"{wanted}.sqlite"):
        names.append("(archive)")
    return names


def workers(parent):
    try:
        tasks = os.listdir(f"/proc/{parent}/task")
        return [int(child) for task in tasks for child in open(f"/proc/{parent}/task/{task}/children").read().split()]
    except OSError:
        return []


def command(arguments, output):
    return [arguments.sohoa, "process", *arguments.input, "--output", output, "--archive", f"{output}.sqlite",
            "--format", arguments.formats, "--jobs", "2", "--json"]


def clear(output):
    shutil.rmtree(output, ignore_errors=True)
    for name in (output + ".sqlite", output + ".sqlite-wal", output + ".sqlite-shm"):
        pathlib.Path(name).unlink(missing_ok=True)


def disturbed(arguments, output, generator, left):
    """One batch from nothing to its end; how many workers and parents were killed on the way."""
    clear(output)
    killed = {"worker": 0, "parent": 0}
    while True:
        run = subprocess.Popen(command(arguments, output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while run.poll() is None:
            wait = time.monotonic() + generator.uniform(0.02, arguments.pause)
            while run.poll() is None and time.monotonic() < wait:
                time.sleep(0.01)
            if run.poll() is not None or sum(killed.values()) >= left:
                run.wait()
                break
            what = generator.choice(["worker", "parent"])
            victims = workers(run.pid) if what == "worker" else [run.pid]
            if victims:
                try:
                    os.kill(generator.choice(victims), signal.SIGKILL)
                    killed[what] += 1
                except ProcessLookupError:
                    pass
        # 75: an input lost its worker time and again, and is to be tried later.
        if run.returncode >= 0 and run.returncode != 75:
            return killed, run.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sohoa")
    parser.add_argument("work")
    parser.add_argument("input", nargs="+")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=4.0, help="longest time between two kills, seconds")
    parser.add_argument("--formats", default="json,csv,txt,pdf,xlsx")
    arguments = parser.parse_args()
    os.makedirs(arguments.work, exist_ok=True)
    wanted, made = f"{arguments.work}/wanted", f"{arguments.work}/made"
    clear(wanted)
    subprocess.run(command(arguments, wanted), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    generator = random.Random(arguments.seed)
    total, batches, bad = {"worker": 0, "parent": 0}, 0, 0
    while sum(total.values()) < arguments.kills:
        killed, status = disturbed(arguments, made, generator, arguments.kills - sum(total.values()))
        for what, count in killed.items():
            total[what] += count
        batches += 1
        different = differences(made, wanted)
        if different or status != 0:
            bad += 1
            print(f"batch {batches}: exit {status}, differs in {different[:10]}", file=sys.stderr)
            shutil.copytree(made, f"{arguments.work}/bad-{batches}", dirs_exist_ok=True)
        print(json.dumps({"batches": batches, "killed": total, "different": bad}), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
