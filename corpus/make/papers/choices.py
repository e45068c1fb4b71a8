"""What differs between documents: each choice is drawn by itself from the seed, then contradictions are settled.

A choice that a document has no use for (the rules of a table where there is none) is taken out, so that the factor table of the
measure counts only where it matters."""
import random

LEVELS = {
    "issuer": {"commune": 4, "ward": 1.5, "province": 2, "department": 1.3, "branch": 1.5, "party": 2, "party-province": 1, "union": .8,
               "youth": .8, "school": 1.2, "company": 1, "court": .7, "council": .6, "joint": 1, "old": 1.5},
    "letterhead": {"standard": 6, "wide-left": 1, "narrow": 1, "ornament": .7, "short-parent": 1.2, "high": .6},
    "number": {"printed": 5, "pen": 2.5, "pen-dots": 2, "blank": 1},
    "day": {"printed": 5, "pen-day": 2, "pen-dots": 2, "blank": .7, "at-end": .5},
    "hand": {"round": 2, "slanted": 2, "narrow": 1, "felt": 1, "hasty": 1},
    "ink": {"blue": 3, "black": 2},
    "slip": {"none": 7, "doubled": .7, "gap": 1, "point": .6, "spaced": 1},
    "subject": {"plain": 3, "about": 2, "bracket": 1, "capitals": .5, "v-v": .5},
    "subject_length": {"short": 2, "long": 2},
    "addressee": {"one": 2, "lines": 2, "inline": 1},
    "preamble": {"italic": 2, "plain": 1, "dashes": 1, "paragraph": 3, "none": .7},
    "scheme": {"roman": 5, "roman-decimal": 2, "part": 1, "decimal": 2, "letter": 1, "slash": 1, "dash": 1, "muc": .7, "none": .8},
    "heading": {"capitals": 4, "bold": 3, "plain-capitals": 1, "colon": 1, "underlined": .8},
    "bullet": {"-": 5, "+": 1, "•": 1, "*": .7, "➢": .7, "✓": .7, "\uf0b7": .7, "\uf0a7": .5, "\uf0d8": .5, "▪": .5, "–": .5, "o": .4},
    "aims": {"headings": 2, "bullets": 2, "numbered": 1, "none": 1.5},
    "goals": {"bullets": 3, "prose": 2, "numbered": 1.5, "table": 1, "table-years": 1.5, "none": 1.5},
    "tasks": {"labels": 4, "labels-line": 1.5, "labels-bracket": 1, "labels-grid": 1, "labels-shared": 1, "labels-dash": .8, "give": 2,
              "body": 1.5, "table": 7, "table-body-first": 1.2, "table-mixed": 1, "table-roles": 1.5, "calendar": 1, "none": 1},
    "count": {"few": 2, "some": 3, "many": 1},
    "groups": {"none": 2, "numbered": 2, "plain": 1},
    "title": {"none": 2, "run-in": 1, "heading": 1},
    "leads": {"one": 5, "several": 2, "together": 1},
    "join": {", ": 3, "; ": 2, " và ": 1.5},
    "times": {"mixed": 4, "days": 2, "spans": 1.5, "relative": 1.5, "loose": 1},
    "days": {"/": 5, "-": 1, ".": .7, "bare": 1, "words": .7},
    "wordings": {"usual": 2, "rare": 3},
    "label_order": {"lead-help-time": 4, "time-lead-help": 1, "lead-time-help": 1},
    "label_mark": {"- ": 3, "+ ": 1.5, "": 1.5, "bold": 1, "italic": 1, "→ ": .6},
    "product": {"no": 3, "yes": 1},
    "rules": {"full": 4, "dotted": 1, "dashed": 1, "grey": 1, "double": 1, "vertical": 1, "horizontal": 1, "three-line": 1, "none": 1.5},
    "table_head": {"bold": 4, "dark": 1, "grey": 1, "standing": 1, "plain": 1, "two-level": 1},
    "stripes": {"no": 4, "yes": 1},
    "merged": {"none": 3, "lead": 1, "time": 1},
    "cut": {"no": 2, "in-merged": 1},
    "columns": {"all": 4, "no-order": 1, "no-help": 1, "no-time": .5, "note": 1},
    "column_order": {"usual": 4, "time-first": 1, "lead-first": 1},
    "cells": {"left": 2, "centre": 1.5, "justify": 1},
    "cells_at": {"top": 2, "middle": 2},
    "annex": {"inline": 3, "portrait": 1, "landscape": 2},
    "form": {"no": 5, "yes": 1},
    "duties": {"yes": 2, "no": 1},
    "end": {"beside": 6, "below": 1.2, "two": 1, "no-recipients": .7},
    "authority": {"chief": 3, "deputy": 2, "order": .7},
    "name": {"printed": 5, "degree": 1, "red": 1, "missing": .5},
    "stamp": {"none": 2.5, "usual": 3.5, "over-title": 1.2, "over-name": 1.2, "over-number": .7},
    "signature": {"none": 2, "usual": 3, "over-title": 1, "wide": 1},
    "overlay": {"none": 6, "received": 1.2, "signed": 1.2},
    "mark": {"none": 8, "mark": 1},
    "font": {"Tinos": 4, "Liberation Serif": 2, "Noto Serif": .8, "FreeSerif": 1, "Gentium": .7, "Arimo": 1},
    "size": {"12": 1, "13": 2, "14": 3},
    "leading": {"1.15": 1, "1.3": 3, "1.5": .7},
    "margins": {"20mm 18mm 20mm 30mm": 3, "15mm 14mm 15mm 22mm": 1, "25mm 20mm 22mm 34mm": 1},
    "file": {"pdf": 5, "tif": 1, "png": .6, "folder": 1.2, "born": 1.6, "text": .8, "english": 1.3},
    "turn": {"none": 7, "last-upside-down": .5, "wide-on-side": 1},
    "dpi": {"150": 1.5, "200": 4, "250": .7, "300": 3},
    "colour": {"grey": 3, "colour": 3, "black": 1.5},
}
DAMAGES = {"skew": .5, "grain": .5, "blur": .3, "uneven": .3, "speckle": .25, "borders": .15, "streak": .12, "fold": .12, "fade": .12,
           "bleed": .1, "yellow": .1, "punch": .15, "jpeg": .4}
TYPES = {
    "commune": "KH KH KH QĐ TTr BC TB CV CV ? ?", "ward": "KH KH QĐ TTr TB CV ?", "province": "KH KH QĐ CT TB CV TTr", "department": "KH HD CV TTr BC",
    "branch": "KH BC TTr CV ? ?", "party": "KH KH CTr NQ TB CV", "party-province": "KH CTr HD CT", "union": "KH HD TB ?", "youth": "KH HD TB",
    "school": "KH KH QĐ TB ? ?", "company": "KH PA QĐ TTr TB ?", "court": "KH CV TB", "council": "KH TB TTr", "joint": "KH CTr", "old": "QĐ CT TB KH CV"}
PRINTED = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}  # what a symbol font draws for its own code points
TABLE = ("rules", "table_head", "stripes", "merged", "cut", "columns", "column_order", "cells", "cells_at", "annex")
PLAIN = ("give", "body", "none", "calendar", "table-body-first", "labels-shared")  # tasks that have no groups
LABEL = ("label_order", "label_mark", "title")


def draw(seed, fixed=None):
    """The choices of the document of this seed; `fixed` sets some by hand."""
    chosen = {name: random.Random(f"{seed}/{name}").choices(list(levels), list(levels.values()))[0] for name, levels in LEVELS.items()}
    for name, chance in DAMAGES.items():
        rng = random.Random(f"{seed}/{name}")
        chosen[name] = rng.choice(("light", "middle", "heavy")) if rng.random() < chance else "no"
    chosen.update(fixed or {})
    chosen.setdefault("type", random.Random(f"{seed}/type").choice(TYPES[chosen["issuer"]].split()))
    return settled(chosen)


def settled(chosen):
    settle_type(chosen)
    settle_issuer(chosen)
    settle_tasks(chosen)
    settle_head(chosen)
    settle_file(chosen)
    return chosen


def settle_type(c):
    kind = c["type"]
    if kind == "CV":
        c["subject"] = "v-v"
    elif c["subject"] == "v-v":
        c["subject"] = "bracket"
    if kind == "QĐ":
        c["scheme"], c["preamble"], c["subject"] = "article", "italic", "about"
    if kind in ("CV", "TB", "CT", "QĐ", "?"):
        c["aims"], c["duties"] = "none", "no"
    if kind in ("CV", "TB", "CT") and c["scheme"] in ("part", "letter", "muc"):
        c["scheme"] = "slash"
    if kind in ("CV", "?") and c["scheme"] == "decimal":
        c["scheme"] = "roman"  # such papers begin at its second level: 1., a)
    if kind not in ("CV", "TTr", "BC"):
        c.pop("addressee")


def settle_issuer(c):
    if c["issuer"] == "old":
        c["font"], c["file"] = "FreeMono", c["file"] if c["file"] in ("pdf", "tif", "folder") else "pdf"
        c["size"], c["goals"] = "12", "bullets" if c["goals"].startswith("table") else c["goals"]
        c["tasks"] = "give" if c["tasks"].startswith(("table", "labels-grid", "calendar")) else c["tasks"]
    if c["issuer"] == "joint":
        c["end"] = "two"
    elif c["end"] == "two":
        c["end"] = "beside"
    if c["issuer"] in ("party", "party-province", "youth") and c["letterhead"] in ("ornament", "short-parent"):
        c["letterhead"] = "standard"


def settle_tasks(c):
    if c["scheme"] in ("none", "article") and c["tasks"] in ("labels-shared", "body"):
        c["tasks"] = "give"
    table = c["tasks"].startswith(("table", "calendar"))
    settle_table(c) if table else settle_text(c)
    if c["tasks"] in PLAIN or c["scheme"] in ("none", "article") and not table:
        c["groups"] = "none"
    if c["tasks"] in ("give", "body", "labels-bracket"):
        c["product"] = "no"
    for name in ("count", "leads", "join", "times", "product", "wordings") if c["tasks"] == "none" else ():
        c.pop(name, None)


def settle_table(c):
    for name in LABEL:
        c.pop(name)
    if c["tasks"] != "table":
        c["columns"], c["column_order"], c["table_head"] = "all", "usual", "bold" if c["table_head"] == "two-level" else c["table_head"]
    if c["merged"] == "none":
        c.pop("cut")


def settle_text(c):
    for name in TABLE:
        c.pop(name)
    if c["goals"].startswith("table"):
        c["rules"] = "full"
    for name in LABEL if c["tasks"] not in ("labels", "labels-shared") else ():
        c.pop(name)


def settle_head(c):
    if c["type"] == "?" and c["issuer"] in ("commune", "branch", "school"):
        c["number"] = "absent"
    for name in ("day", "number") if c["file"] in ("born", "text", "english") else ():
        c[name] = "printed" if c[name].startswith("pen") else c[name]  # nobody wrote on these
    if c["number"] not in ("printed", "pen", "pen-dots"):
        c["slip"] = "none"
    if c["slip"] in ("doubled", "point") and c["type"] not in ("QĐ", "TTr", "CTr"):
        c["slip"] = "gap"
    if not (c["number"].startswith("pen") or c["day"].startswith("pen")):
        c.pop("hand"), c.pop("ink")


def settle_file(c):
    if c["file"] not in ("born", "text"):
        c["bullet"] = PRINTED.get(c["bullet"], c["bullet"])
    if c["file"] in ("born", "text", "english"):
        for name in ("turn", "dpi", "colour", "stamp", "signature", "overlay", *DAMAGES):
            c.pop(name)
        c["name"] = "printed" if c["name"] == "red" else c["name"]
        return
    if c["turn"] == "wide-on-side" and c.get("annex") != "landscape":
        c["turn"] = "none"
    if c["colour"] != "colour" and c["file"] == "tif":
        c["colour"] = "black"
