"""Lists of words by name, and how a template is filled from them."""
import functools
import pathlib
import re

FOLDER = pathlib.Path(__file__).parent / "words"


@functools.cache
def lists(name):
    """The lists of one file: `[name]` opens a list, a line is an item, `#` a remark."""
    found, current = {}, None
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return found


def fill(template, values, rng):
    """`{n:4-9}` becomes a number, `{name}` what `values` has for it."""
    def value(found):
        name, _, span = found[1].partition(":")
        return str(rng.randint(*map(int, span.split("-")))) if span else str(values[name])
    return re.sub(r"\{([^{}]+)\}", value, template)


def lower(text):
    """A small first letter, unless the first word is an abbreviation."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]


def upper(text):
    return text[:1].upper() + text[1:]


def person(rng):
    names = lists("common")
    return f"{rng.choice(names['family'])} {rng.choice(names['middle'])} {rng.choice(names['given'])}"


def initials(name):
    return "".join(word[0] for word in re.findall(r"\w+", name)).upper()


def joined(bodies, how):
    """Bodies in a row; ` và ` stands before the last only."""
    if how == " và " and len(bodies) > 1:
        return ", ".join(bodies[:-1]) + " và " + bodies[-1]
    return (how if how != " và " else ", ").join(bodies)


def label(role, chosen, rng):
    """What a line or a column is called: as usual, or as few papers have it."""
    found = lists("labels")
    return rng.choice(found.get("usual." + role, found[role]) if chosen.get("wordings", "usual") == "usual" else found[role])
