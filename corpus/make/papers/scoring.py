"""Holds a record against its gold, by the rules of docs/record.md: the head field by field, lists, and tasks part by part.

Marks' placement (hoá = hóa), dashes, quotes and closing stops do not count. Where notes.json says that another reading is as right,
that one counts as well. A figure is left out where the gold has nothing to hold against."""
import re
import unicodedata

from rapidfuzz.distance import Levenshtein

import bags

HEAD = ("type", "typeName", "number", "symbol", "issuer", "place", "date", "year-month", "subject", "addressee", "title", "name", "recipients")
FIGURES = ("head", "sections", "targets", "references", "tasks", "content", "lead", "cooperating", "due", "modes")
NEAR = ("issuer", "subject", "addressee", "title", "name", "typeName")
ABOUT = re.compile(r"^\(?\s*(v\s*/\s*v|về việc)\s*:?\s*|\)$")


def key(text):
    """The text as it is compared."""
    text = unicodedata.normalize("NFC", str(text or ""))
    for signs, plain in bags.SIGNS.items():
        text = re.sub(f"[{signs}]", plain, text)
    text = " ".join(bags.MOVING.sub(lambda found: bags.MOVED[found[1]], text.casefold()).split())
    return re.sub(r"\s*([-/])\s*", r"\1", text).strip(" .;:,-+")


def likeness(a, b):
    return Levenshtein.normalized_similarity(key(a), key(b))


def f1(shared, ours, true):
    return 2 * shared / (ours + true) if ours + true else 1.0


def shared(ours, true, least=0.85):
    """How many of the true values ours has, each once."""
    left, count = list(ours or []), 0
    for value in true or []:
        best = max(left, key=lambda other: likeness(other, value), default=None)
        if best is not None and likeness(best, value) >= least:
            left.remove(best)
            count += 1
    return count


def same(field, ours, true, also=()):
    if field == "subject":
        ours, true = ABOUT.sub("", key(ours)), ABOUT.sub("", key(true))
    if field in NEAR:
        return any(likeness(ours, value) >= 0.95 for value in (true, *also))
    return any(key(ours) == key(value) for value in (true, *also))


def field_of(document, field):
    if field in ("title", "name"):
        return (document.get("signer") or {}).get(field)
    if field == "year-month":
        parts = document.get("dateParts") or {}
        return f"{parts['year']}-{parts['month']}" if parts.get("year") and parts.get("month") else None
    return document.get(field)


def head(made, gold, notes):
    """Of each field that the gold has: `right`, `wrong`, `none`, or `proposed` where the right value is only proposed; and `invented`."""
    found = {}
    for field in HEAD:
        ours, true = field_of(made, field), field_of(gold, field)
        also = notes["also"].get(field, ())
        if field == "recipients":
            if true:
                found[field] = "right" if f1(shared(ours, true), len(ours or []), len(true)) >= 0.9 else "wrong" if ours else "none"
        elif true is None:
            if field in ("number", "date", "symbol", "name") and ours:
                found[field] = "invented"
        else:
            found[field] = "right" if ours and same(field, ours, true, also) else "wrong" if ours else proposal(made, field, true)
    return found


def proposal(made, field, true):
    """What is proposed for a field that is null."""
    names = {"date": "dateParts.day"}
    wanted = int(true[-2:]) if field == "date" else true
    values = [item.get("value") for item in (made.get("proposed") or {}).get(names.get(field, field), ())]
    return "proposed" if any(key(value) == key(wanted) for value in values) else "none"


def label(section):
    return key(section.get("label")).rstrip(").") + " " + key(section.get("title"))[:40]


def cited(reference):
    return key(f"{reference.get('number')}/{reference.get('symbol')}|{reference.get('date') or ''}")


def quantity(target):
    return float(target.get("value") or 0), target.get("unit") == "%"


def exact(ours, true):
    left, count = list(ours), 0
    for value in true:
        if value in left:
            left.remove(value)
            count += 1
    return f1(count, len(ours), len(true))


def text_of(task):
    return f"{task.get('title') or ''} {task.get('content') or ''}".strip()


def closeness(ours, true, notes):
    given = [likeness(ours.get("content"), true["content"]), likeness(text_of(ours), text_of(true))]
    return max(given + [likeness(text_of(ours), other) for other in notes["content"]])


def pairs(made, gold, notes):
    """One to one, the likest first; a pair is at least half alike."""
    found = sorted(((closeness(a, b, n), i, j) for i, a in enumerate(made) for j, (b, n) in enumerate(zip(gold, notes))), reverse=True)
    left, right = set(), set()
    for value, i, j in found:
        if value >= 0.5 and i not in left and j not in right:
            left.add(i), right.add(j)
            yield value, made[i], gold[j], notes[j]


def modes(deadline):
    """`ngay khi …` may be read as both, so `immediate` beside `conditional` does not count."""
    found = set(deadline.get("modes") or [])
    return found - {"immediate"} if "conditional" in found else found


def tasks(made, gold, notes):
    matched = list(pairs(made, gold, notes))
    figures = {"tasks": f1(len(matched), len(made), len(gold)), "content": sum(value for value, *_ in matched) / len(gold)}
    for role in ("lead", "cooperating"):
        true = sum(len(task[role]) for task in gold)
        ours = sum(len(a.get(role) or []) for _, a, _, _ in matched)
        if true or ours:
            figures[role] = f1(sum(shared(a.get(role), b[role]) for _, a, b, _ in matched), ours, true)
    times = [(a.get("deadline") or {}, b["deadline"], n) for _, a, b, n in matched]
    figures["due"] = sum(a.get("due") == b["due"] or a.get("due") in n["due"] for a, b, n in times) / len(gold)
    figures["modes"] = sum(modes(a) == modes(b) for a, b, _ in times) / len(gold)
    kinds = [(n["kind"], a.get("due") == b["due"] or a.get("due") in n["due"], modes(a) == modes(b)) for a, b, n in times]
    return figures, kinds


def parts(made, gold):
    """Sections, targets and references; a list that neither has is left out."""
    labels = [label(s) for s in made("sections")], [label(s) for s in gold["sections"]]
    figures = {"sections": f1(shared(*labels, least=0.9), *map(len, labels))}
    for name, form in (("targets", quantity), ("references", cited)):
        if gold[name] or made(name):
            figures[name] = exact([form(item) for item in made(name)], [form(item) for item in gold[name]])
    return figures


def score(record, gold, notes):
    """Figures of one document, its head's fields, and how its times came out. Where the program made several of one, the first has the head."""
    documents = (record or {}).get("documents") or [{}]
    fields, kinds = head(documents[0].get("document") or {}, gold["document"], notes), []
    asked = [value for value in fields.values() if value != "invented"]
    made = lambda name: [item for document in documents for item in document.get(name) or []]
    figures = {"head": sum(value == "right" for value in asked) / len(asked)} | parts(made, gold)
    if gold["tasks"]:
        found, kinds = tasks(made("tasks"), gold["tasks"], notes["also"]["tasks"])
        figures |= found
    elif made("tasks"):
        figures["tasks"] = 0.0
    return {"figures": figures, "head": fields, "kinds": kinds, "documents": len(documents), "mean": sum(figures.values()) / len(figures)}
