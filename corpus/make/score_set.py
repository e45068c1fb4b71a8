#!/usr/bin/env python3
"""Runs the built program on a page set and says how many pages lie wrong or are lost: score_set.py FOLDER OUT [--jobs 2]

A page lies wrong where `rotation` in the record is not what it is to be turned by; it is lost where the record has no page of
its number. Missing words are the share of the printed words that are not in the page's text, whatever their order.
"""
import argparse
import json
import pathlib
import subprocess
from collections import defaultdict

from bags import bag, program


def missing(ours, true):
    total = sum(w.total() for w in true)
    return 1 - sum((a & b).total() for a, b in zip(ours, true)) / total if total else 0.0


def read(folder):
    """Of each page its turn and words, by number. Pages in the text are parted by form feeds."""
    if not (folder / "record.json").exists():
        return {}
    record = json.loads((folder / "record.json").read_text("utf-8"))
    texts = (folder / "text.txt").read_text("utf-8").split("\f")
    images = record["source"]["pageImages"]
    # A lost page has its form feed, too.
    return {image["page"]: (image["rotation"], bag(texts[image["page"] - 1])) for image in images}


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=pathlib.Path)
    asked.add_argument("out", type=pathlib.Path)
    asked.add_argument("--jobs", default="2")
    asked.add_argument("--more", nargs="*", default=[], help="options for the program")
    asked.add_argument("--only-score", action="store_true", help="OUT is there already")
    asked = asked.parse_args()
    truth = json.loads((asked.folder / "truth.json").read_text("utf-8"))
    names = sorted({page["folder"] for page in truth})
    if not asked.only_score:
        subprocess.run([program(), "process", *[asked.folder / n for n in names], "--output", asked.out, "--jobs", asked.jobs, *asked.more], check=False)
    made = {name: found for name in names if (found := read(asked.out / name))}
    if len(made) < len(names):
        print(f"folders without a record, left out: {', '.join(sorted(set(names) - set(made)))}")
        truth = [page for page in truth if page["folder"] in made]
    wrong, lost, groups = [], [], defaultdict(lambda: ([], [], []))
    for page in truth:
        found = made[page["folder"]].get(page["page"])
        if found is None:
            lost.append(page)
            continue
        if found[0] != page["expected"]:
            wrong.append((page, found[0]))
        for key in ("all", f"{page['dpi']} dpi", f"turned {page['turn']}"):
            ours, true, turned = groups[key]
            ours.append(found[1]), true.append(bag(page["text"])), turned.append(found[0] != page["expected"])
    print(f"pages {len(truth)}, lost {len(lost)}, lie wrong {len(wrong)} ({100 * len(wrong) / len(truth):.2f} %)")
    for key, (ours, true, turned) in groups.items():
        print(f"  {key}: pages {len(true)}, lie wrong {sum(turned)}, words missing {missing(ours, true):.4f}")
    for page, turn in wrong:
        print(f"  wrong: {page['folder']} page {page['page']}: {turn} for {page['expected']}, {len(page['text'].split())} words, {page['damage']}")
    for page in lost:
        print(f"  lost: {page['folder']} page {page['page']}")


main()
