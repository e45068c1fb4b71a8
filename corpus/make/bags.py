"""Words of a page as a bag, and what the program or the bare engine makes of inputs. For the scripts that measure pages."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOVED = {"oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
         "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
SIGNS = {"‐-―−": "-", "“”„«»″": '"', "‘’′`´": "'"}
MOVING = re.compile(rf"(?<![qQ])({'|'.join(MOVED)})\b")


def bag(text):
    """Counted words between white space. Marks' placement (hoá = hóa), dashes, quotes and rows of dots do not count."""
    text = unicodedata.normalize("NFC", text.replace("⟦?⟧", " ").replace("…", "..."))
    for signs, plain in SIGNS.items():
        text = re.sub(f"[{signs}]", plain, text)
    text = re.sub(r"\.{4,}|_{3,}", " ", text)
    return Counter(MOVING.sub(lambda found: MOVED[found[1]], text).split())


def f1(ours, true):
    """0 to 1; 1 where neither has a word."""
    total = ours.total() + true.total()
    return 2 * (ours & true).total() / total if total else 1.0


def program():
    """The built program: SOHOA, or the release or the debug build."""
    chosen = [os.environ.get("SOHOA"), ROOT / ".build/release/sohoa", ROOT / ".build/debug/sohoa"]
    found = next((path for path in chosen if path and pathlib.Path(path).exists()), None)
    return str(found) if found else sys.exit("sohoa is not built: swift build -c release --product sohoa")


def process(inputs, out, more=()):
    """Processes inputs into OUT. Exit code 65 is some input that failed, which is then seen as a page without words."""
    command = [program(), "process", *map(str, inputs), "--output", str(out), *more]
    made = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if made.returncode not in (0, 65):
        sys.exit(f"{' '.join(command[:2])} ended with {made.returncode}: {made.stderr[-400:]}")


def result(folder):
    """Turn of the first page and the words of an input; None and nothing where it has no record."""
    if not (folder / "record.json").exists():
        return None, Counter()
    record = json.loads((folder / "record.json").read_text("utf-8"))
    images = record["source"].get("pageImages") or [{"rotation": None}]
    return images[0].get("rotation"), bag((folder / "text.txt").read_text("utf-8"))


def bare(document, dpi=300, languages="vie"):
    """What the engine alone reads of each page drawn at `dpi` in grey, on one thread."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(document), f"{work}/p"], check=True)
        pages = sorted(pathlib.Path(work).iterdir())
        environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
        read = lambda page: subprocess.run(["tesseract", page, "-", "--dpi", str(dpi), "-l", languages], capture_output=True, text=True, env=environment)
        return "\n".join(read(page).stdout for page in pages)
