"""Headings, aims, goals and duties."""
import times
import words
from paper import safe

LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = times.ROMAN
# Scheme: for each level how a label is made of the counts, and how it is printed.
SCHEMES = {
    "roman": (("R", "{}. "), ("1", "{}. "), ("a", "{}) ")), "roman-decimal": (("R", "{}. "), ("1", "{}. "), ("1.1", "{}. ")),
    "part": (("PHẦN R", "{}. "), ("R", "{}. "), ("1", "{}. ")), "decimal": (("1", "{}. "), ("1.1", "{}. "), ("1.1.1", "{}. ")),
    "letter": (("A", "{}. "), ("R", "{}. "), ("1", "{}. ")), "slash": (("R", "{}/ "), ("1", "{}/ "), ("a", "{}/ ")),
    "dash": (("R", "{}- "), ("1", "{}- "), ("a", "{}- ")), "muc": (("Mục 1", "{}. "), ("1", "{}. "), ("a", "{}) ")),
    "article": (("Điều 1", "{}. "), ("1", "{}. "), ("a", "{}) ")), "none": (("", ""), ("", ""), ("", "")),
}


def label_of(form, counts, level, scheme):
    number = counts[level]
    if form.startswith("1."):
        first = 0 if scheme == "decimal" else 1
        return ".".join(str(n) for n in counts[first:level + 1])
    for sign, value in (("R", ROMAN[min(number, 10)]), ("A", chr(64 + number)), ("1", str(number)), ("a", LETTERS[(number - 1) % len(LETTERS)])):
        if form.split(" ")[-1] == sign:
            return form[:-1] + value
    return ""


class Body:
    """Writes the numbered text; keeps the counts of its levels."""

    def __init__(self, paper, issuer, matter, rng):
        self.paper, self.issuer, self.matter, self.rng, self.chosen = paper, issuer, matter, rng, paper.chosen
        self.counts, self.labels = [0, 0, 0], ["", "", ""]
        others = [name.removesuffix(".work") for name in words.lists("matters") if name.endswith(".work") and not name.startswith(matter)]
        self.left, self.matters = [], [*rng.sample(others, len(others)), matter]
        self.topic = rng.choice(words.lists("matters")[matter + ".topic"])
        self.values = issuer.values(self.topic)

    def word(self, name):
        return words.fill(self.rng.choice(words.lists("common")[name]), self.values, self.rng)

    def next(self, level):
        """The next label of a level (0, 1, 2), and how it is printed."""
        self.counts[level] += 1
        self.counts[level + 1:] = [0] * (2 - level)
        form, printed = SCHEMES[self.chosen["scheme"]][level]
        self.labels[level] = label_of(form, self.counts, level, self.chosen["scheme"])
        return self.labels[level], printed.format(self.labels[level]) if printed else ""

    def path(self, level):
        return [label for label in self.labels[:level + 1] if label]

    def heading(self, level, title):
        label, printed = self.next(level)
        if label:
            self.paper.section(level + 1, label, title)
        look = self.chosen["heading"] if level == 0 else "bold"
        shown = title.upper() if level == 0 and "capitals" in look else title
        shown = printed + shown + (":" if look == "colon" else "")
        self.paper.p(safe(shown), {"plain-capitals": "l", "underlined": "h u"}.get(look, "h"))
        return label

    def numbered(self, level, text, title=""):
        """A numbered paragraph, its title run in before a colon."""
        label, printed = self.next(level)
        if label:
            self.paper.section(level + 1, label, title)
        self.paper.p(safe(printed) + (f"<b>{safe(title)}:</b> " if title else "") + safe(text))
        return label

    def bullet(self, text, kind="", mark=None):
        mark = self.chosen["bullet"] if mark is None else mark
        self.paper.p(f"{mark} {safe(text)}", kind)

    def work(self):
        """What is to be done: a sentence without its end."""
        text = self.fresh()
        if self.rng.random() < .45:
            text += " " + self.word("scope")
        return text + (", " + self.word("manner") if self.rng.random() < .5 else "")

    def fresh(self):
        """No work twice in a document: when the matter has no more, another matter's is taken."""
        if not self.left:
            self.left = list(words.lists("matters")[self.matters.pop() + ".work"])
            self.rng.shuffle(self.left)
        return self.left.pop()

    def aims(self):
        how = self.chosen["aims"]
        if how == "none":
            return
        self.heading(0, self.word("aims.title"))
        for title, name in (("Mục đích", "aim"), ("Yêu cầu", "demand")):
            lines = self.rng.sample(words.lists("common")[name], 2)
            lines = [words.fill(line, self.values, self.rng) for line in lines]
            if how == "headings":
                self.heading(1, title)
            for line in lines:
                self.numbered(1, line) if how == "numbered" else self.bullet(line)

    def goal_parts(self):
        """Each goal of the matter: text, value, unit, comparator."""
        found = self.rng.sample(words.lists("matters")[self.matter + ".goal"], 3)
        for line in found:
            text, unit, comparator, span = line.split("|")
            value = self.rng.randint(*map(int, span.split("-")))
            yield text.replace("{v}", str(value)), value, unit, comparator

    def goals(self):
        how, goals = self.chosen["goals"], list(self.goal_parts())
        if how == "none" or self.chosen["type"] in ("CV", "TB", "CT", "?"):
            return
        due, dated = self.goal_day()
        title = self.word("goals.title")
        if self.chosen["scheme"] == "article":
            self.article_goals(goals)
            return
        self.heading(0, title)
        if how.startswith("table"):
            return goals_table(self, goals)
        goals = [(dated + words.lower(text) if dated and n == 0 else words.upper(text), v, u, c, due if n == 0 else None) for n, (text, v, u, c) in enumerate(goals)]
        for text, *rest in goals:
            self.paper.target(text, *rest)
        self.print_goals(how, [goal[0] for goal in goals])

    def print_goals(self, how, texts):
        if how == "prose":
            self.paper.p(safe("; ".join(texts) + "."))
        for number, text in enumerate(texts if how != "prose" else ()):
            line = text + ("." if number == len(texts) - 1 else ";")
            self.numbered(1, line) if how == "numbered" else self.bullet(line)

    def goal_day(self):
        if self.rng.random() < .4:
            year = self.issuer.date.year
            return f"{year}-12-31", f"Đến hết năm {year}, "
        return None, ""

    def article_goals(self, goals):
        """A decision's article that sets the goals."""
        label, printed = self.next(0)
        self.paper.section(1, label, "")
        self.paper.p(f"<b>{printed}</b>Giao chỉ tiêu {safe(self.topic)} năm {self.issuer.date.year} như sau:")
        for text, value, unit, comparator in goals:
            self.numbered(1, words.upper(text) + ";") if self.chosen["goals"] == "numbered" else self.bullet(words.upper(text) + ";")
            self.paper.target(words.upper(text), value, unit, comparator)

    def duties(self):
        if self.chosen["duties"] == "no" or self.chosen["scheme"] in ("article", "none"):
            return
        self.heading(0, self.word("duties.title"))
        for body in self.rng.sample(self.issuer.bodies, 3):
            self.heading(1, body)
            lines = [words.fill(line, self.values, self.rng) for line in self.rng.sample(words.lists("common")["duty"], self.rng.randint(1, 2))]
            self.paper.gold["assignments"].append({"body": body, "duties": lines})
            for line in lines:
                self.bullet(line)


def named(text, value):
    """A goal's name as a table has it: the words for "at least" stay out, since its figure has a column."""
    for sign in ("ít nhất ", "tối thiểu ", "không dưới ", "không quá ", "trên ", "dưới ", " trở lên", "từ "):
        text = text.replace(sign, " ", 1) if sign.strip() in text else text
    text = text.strip().replace(f"{value}%", "tỷ lệ" if text.strip().startswith(f"{value}%") else "").replace(f"{value} ", "số ")
    return words.upper(" ".join(text.split()))


def goals_table(body, goals):
    """Goals in a table; the years' one has a base and the goal beside each other."""
    lists, rng, years = words.lists("labels"), body.rng, body.chosen["goals"] == "table-years"
    pick = lambda name: words.fill(rng.choice(lists[name]), body.values, rng)
    heads = [pick("order"), pick("goal"), pick("unit"), *([pick("base")] if years else []), pick("target")]
    rows, year = "", body.issuer.date.year
    for number, (text, value, unit, _) in enumerate(goals, 1):
        name = named(text, value)
        shown = [str(number), name, unit, *([str(max(1, round(value * .8)))] if years else []), str(value)]
        rows += "<tr>" + "".join(f'<td{"" if n == 1 else " class=c"}>{safe(cell)}</td>' for n, cell in enumerate(shown)) + "</tr>"
        body.paper.target(name, value, unit, "=", f"{year}-12-31")
    body.paper.put(f'<table class="t"><tr>{"".join(f"<th>{safe(h)}</th>" for h in heads)}</tr>{rows}</table>')
