"""Reads a document's source: its text as printed, with the gold record beside and inside it. See corpus/own/README.md.

A line is a block. What is printed and what the record holds come from the same words: inside a line `{l:…}` marks a lead,
`{k:…}` a cooperating body, `{c:…}` a task's content, `{d:…}` a deadline, `{s:…}` a product, `{u:…}` a duty and
`{t 30 % >= 2025-12-31:…}` a target. What no words say (days, modes, paths) is written by hand on the line that opens the task.
"""
import re

MARK = re.compile(r"\{(c|l|k|d|s|u|t [^:{}]*):((?:[^{}]|\{[^{}]*\})*)\}")
HEAD = ("type", "number", "symbol", "issuer", "place", "date", "subject", "addressee")


def plain(text):
    """The words as printed: marks and emphasis taken out."""
    while MARK.search(text):
        text = MARK.sub(r"\2", text)
    return " ".join(re.sub(r"\*\*|__", "", text).split())


def options(text):
    """`due=2025-09-30 modes=ongoing path=III/1` to a dictionary; a value may hold spaces up to the next `key=`."""
    return {key: value.strip() for key, value in re.findall(r"(\w+)=(.*?)(?=\s+\w+=|$)", text)}


class Document:
    """One document of a file: blocks to print, and its record."""

    def __init__(self):
        self.blocks = []
        self.record = {"document": {key: None for key in HEAD}, "references": [], "sections": [], "targets": [], "tasks": [],
                       "assignments": []}
        self.task = self.task_level = None

    def gold(self, key, value):
        head = self.record["document"]
        if key == "ref":
            kind, number, symbol, *date = value.split()
            self.record["references"].append({"type": kind, "number": number, "symbol": symbol, "date": date[0] if date else None})
        elif key in ("signer", "signers"):
            people = [dict(zip(("authority", "title", "name"), (part.strip().strip("-") or None for part in one.split("|"))))
                      for one in value.split("||")]
            head["signer"] = people[-1]
            head["signers"] = people if len(people) > 1 else []
        elif key == "recipients":
            head[key] = [part.strip() for part in value.split("|")]
        else:
            head[key] = None if value == "-" else value

    def open_task(self, text):
        given, self.task_level = options(text), None
        self.task = {"number": given.get("number", ""), "path": given.get("path", "").split("/"), "group": given.get("group"),
                     "title": given.get("title", ""), "content": "", "lead": [], "cooperating": [],
                     "deadline": {"text": None, "due": given.get("due"), "modes": [m for m in given.get("modes", "").split(",") if m]},
                     "product": None}
        self.record["tasks"].append(self.task)

    def close_task(self, level):
        """A heading ends the open task, but not the heading that the task stands under, nor one below that."""
        if self.task is not None and self.task_level is None:
            self.task_level = level
        elif self.task_level is not None and level <= self.task_level:
            self.task = self.task_level = None

    def take(self, text):
        """Puts what a line marks into the open task, the open duty and the targets."""
        for mark, words in MARK.findall(text):
            words = plain(words)
            if mark.startswith("t "):
                value, unit, comparator, *due = mark.split()[1:]
                self.record["targets"].append({"text": words, "value": float(value), "unit": unit.replace("_", " "),
                                               "comparator": comparator, "due": (due or [None])[0]})
            elif mark == "u":
                self.record["assignments"][-1]["duties"].append(words)
            elif self.task is not None:
                self.put(mark, words)

    def put(self, mark, words):
        task = self.task
        if mark == "c":
            task["content"] = f"{task['content']} {words}".strip()
        elif mark == "l":
            task["lead"].append(words)
        elif mark == "k":
            task["cooperating"].append(words)
        elif mark == "d":
            task["deadline"]["text"] = words.rstrip(".;")
        elif mark == "s":
            task["product"] = words.rstrip(".;")

    def heading(self, level, label, title):
        self.record["sections"].append({"label": label.rstrip(".)-"), "title": plain(title), "level": level})


def read(path):
    """The settings of a file (`@key value` lines at its top) and its documents."""
    settings, documents, table = {}, [Document()], None
    for raw in path.read_text("utf-8").split("\n"):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line == "@document":
            documents.append(Document())
        elif line.startswith("@@"):
            key, _, value = line[2:].partition(" ")
            documents[-1].gold(key, value.strip())
        elif line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            settings[key] = value.strip()
        else:
            table = add(documents[-1], line, table)
    return settings, documents


def add(document, line, table):
    """Adds a line's block; gives back the table that following rows belong to."""
    word, _, rest = line.partition(" ")
    rest = rest.strip()
    if word == "task":
        document.open_task(rest)
    elif word == "endtask":
        document.task = None
    elif word == "duty":
        document.record["assignments"].append({"body": rest, "duties": []})
    elif word == "section":
        label, _, title = rest.partition(" | ")
        document.heading(2, label, title)
    elif re.fullmatch(r"h[1-5]r?", word):
        label, title, *body = [part.strip() for part in rest.split("|")]
        document.close_task(int(word[1]))
        document.heading(int(word[1]), label, title)
        document.blocks.append((word, label, title, body[0] if body else ""))
        document.take(" ".join(body))
    elif word == "table":
        table = {"options": options(rest.partition("::")[0]), "header": rest.partition("::")[2].split("|"), "rows": []}
        document.blocks.append(("table", table))
    elif word in ("row", "group"):
        row(document, table, word, rest)
    else:
        document.take(rest)
        document.blocks.append((word, rest))
    return table


def row(document, table, word, rest):
    """A table's row; `^` is a cell that is merged with the one above and counts for this row too."""
    given, parted, cells = rest.rpartition("::") if "::" in rest else ("", "", rest)
    cells = [cell.strip() for cell in cells.split("|")]
    if word == "group":
        label, title = (cells + [""])[:2]
        document.heading(2, label, title)
    elif parted:
        document.open_task(given)
        above = table.get("full", [])
        full = [above[i] if cell == "^" and i < len(above) else cell for i, cell in enumerate(cells)]
        table["full"] = full
        document.take(" ".join(full))
        document.task = document.task_level = None
    table["rows"].append((word, cells))
