"""Tasks as text: label blocks, sentences that give orders, duties under a body's name. Tables are in `grids`."""
import times
import words
from paper import safe

COUNTS = {"few": (3, 5), "some": (5, 8), "many": (9, 14)}


class Duty:
    """One piece of work with who leads, who helps and until when."""

    def __init__(self, body, clock):
        rng, chosen = body.rng, body.chosen
        self.content, self.time = body.work(), clock.draw(rng)
        bodies = rng.sample(body.issuer.bodies, len(body.issuer.bodies))
        count = {"one": 1, "several": rng.randint(1, 3), "together": 2}[chosen["leads"]]
        self.lead, self.help = bodies[:count], bodies[count:count + rng.randint(1, 3)]
        if rng.random() < .3:
            self.help.append(rng.choice(body.issuer.partners()))
        self.product = rng.choice(words.lists("common")["product"]) if chosen["product"] == "yes" else None

    def leads(self, how):
        return words.joined(self.lead, how)


class Work:
    def __init__(self, body):
        self.body, self.paper, self.chosen, self.rng = body, body.paper, body.chosen, body.rng
        self.clock = times.Times(body.issuer.date, self.chosen["day"], self.chosen["days"], self.chosen.get("times", "mixed"), body.issuer.bodies)
        self.names = {role: words.label(role, self.chosen, self.rng) for role in ("lead", "help", "time", "product")}
        self.join = self.chosen.get("join", ", ")

    def count(self):
        return self.rng.randint(*COUNTS[self.chosen["count"]])

    def write(self):
        layout = self.chosen["tasks"]
        if self.chosen["type"] not in ("CV", "?") or self.chosen["scheme"] == "article":
            self.open()
        writer = {"give": self.give, "body": self.under_bodies, "labels-shared": self.shared}.get(layout, self.blocks)
        writer()

    def open(self):
        title = self.body.word("tasks.title")
        if self.chosen["scheme"] != "article":
            self.body.heading(0, title)
            return
        label, printed = self.body.next(0)
        self.paper.section(1, label, title)
        self.paper.p(f"<b>{printed}{title}</b>")

    def grouped(self, count):
        """For each task the group that it stands in, and the level of its label."""
        how, groups = self.chosen["groups"], words.lists("common")["group"]
        if how == "none":
            yield from ((None, 1) for _ in range(count))
            return
        cut = max(2, count // 2)
        for number, name in enumerate(self.rng.sample(groups, 2)):
            if how == "numbered":
                self.body.heading(1, name)
            else:
                self.paper.p(safe(name), "h")
            yield from ((name, 2 if how == "numbered" else 1) for _ in range(cut if number == 0 else count - cut))

    def note(self, duty, number, level, title="", group=None, also=()):
        path = self.body.path(level) if number else self.body.path(level - 1)
        self.paper.task(number, path, duty.content, duty.lead, duty.help, duty.time, duty.product, title, group, also)

    def blocks(self):
        for group, level in self.grouped(self.count()):
            duty = Duty(self.body, self.clock)
            title = self.titled()
            number = self.numbered_task(level, duty, title)
            self.note(duty, number, level, title, group)
            self.lines(duty)

    def titled(self):
        if self.chosen.get("title", "none") == "none":
            return ""
        return self.fresh_title()

    def fresh_title(self):
        """No title twice in a document."""
        if not getattr(self, "titles", None):
            self.titles = self.rng.sample(words.lists("common")["heads"], 16)
        return self.titles.pop()

    def numbered_task(self, level, duty, title):
        """The task's own paragraph; without a scheme it is a paragraph with a dash."""
        ends = "." if self.chosen["tasks"] != "labels-bracket" else ""
        if self.chosen["scheme"] == "none":
            self.paper.p(f"{f'<b>{safe(title)}:</b> ' if title else ''}{safe(duty.content)}{ends}{self.bracket(duty)}")
            return ""
        if self.chosen.get("title") == "heading" and title:
            label = self.body.heading(level, title)
            self.paper.p(safe(duty.content) + ends)
            return label
        return self.body.numbered(level, duty.content + ends + self.bracket(duty), title)

    def bracket(self, duty):
        if self.chosen["tasks"] != "labels-bracket":
            return ""
        names = self.names
        return f" ({names['lead']}: {duty.leads(self.join)}; {words.lower(names['help'])}: {', '.join(duty.help)}; {words.lower(names['time'])}: {words.lower(duty.time.text)})."

    def pairs(self, duty):
        """Labels with their values, in the order that was drawn."""
        order = self.chosen.get("label_order", "lead-help-time").split("-") + (["product"] if duty.product else [])
        value = {"lead": duty.leads(self.join) if self.chosen["leads"] != "together" else self.together(duty), "help": words.joined(duty.help, self.join),
                 "time": duty.time.text, "product": duty.product}
        return [(self.names[role], value[role]) for role in order]

    def together(self, duty):
        return " và ".join(duty.lead) + " đồng chủ trì"

    def lines(self, duty):
        layout, pairs = self.chosen["tasks"], self.pairs(duty)
        if layout == "labels-line":
            self.paper.p(safe(self.rng.choice((". ", "; ")).join(f"{name}: {value}" for name, value in pairs) + "."))
        elif layout == "labels-grid":
            rows = "".join(f'<tr><td style="width:48mm">{safe(name)}:</td><td>{safe(value)}</td></tr>' for name, value in pairs)
            self.paper.put(f'<table style="margin:0 0 5pt 14mm;width:88%">{rows}</table>')
        elif layout == "labels-dash":
            for name, value in pairs:
                self.paper.p(f"– {safe(name)} – {safe(value)};", "in")
        elif layout != "labels-bracket":
            self.label_lines(pairs)

    def label_lines(self, pairs):
        mark = self.chosen.get("label_mark", "- ")
        for name, value in pairs:
            tag = {"bold": "b", "italic": "i"}.get(mark)
            shown = f"<{tag}>{safe(name)}:</{tag}> {safe(value)}" if tag else f"{mark}{safe(name)}: {safe(value)}"
            self.paper.p(f"{shown}{self.rng.choice(('.', ';', ''))}", "in" if self.rng.random() < .2 else "")

    def shared(self):
        """Lettered parts that share one block of labels make one task."""
        for _ in range(max(2, self.count() // 2)):
            duty, parts = Duty(self.body, self.clock), [self.body.work() + ";" for _ in range(2)]
            title = self.fresh_title()
            number = self.body.heading(1, title)
            path = self.body.path(1)
            for text in parts:
                self.body.numbered(2, text)
            duty.content = " ".join(parts)
            self.paper.task(number, path, duty.content, duty.lead, duty.help, duty.time, duty.product, title, None)
            self.label_lines(self.pairs(duty))

    def give(self):
        """`Giao A chủ trì, phối hợp với B …; xong trước ngày …`"""
        for _ in range(self.count()):
            duty = Duty(self.body, self.clock)
            duty.lead, duty.product = duty.lead[:2 if self.chosen["leads"] == "together" else 1], None
            duty.time = self.clock.make(self.rng.choice(("before", "month", "quarter", "within")), self.rng)
            text = self.order(duty)
            number = self.body.numbered(1, text) if self.chosen["scheme"] != "none" else self.dashed(text)
            self.note(duty, number, 1, also=[text, f"{duty.content}; {text.rpartition('; ')[2]}"])

    def dashed(self, text):
        self.body.bullet(text)
        return ""

    def order(self, duty):
        helped = words.joined(duty.help, " và ")
        if self.chosen["leads"] == "together":
            start = f"{duty.lead[0]} và {duty.lead[1]} đồng chủ trì, phối hợp với {helped} "
        else:
            start = self.rng.choice(("Giao {0} chủ trì, phối hợp với {1} ", "{0} chủ trì, phối hợp cùng {1} ", "Phân công {0} chủ trì, phối hợp {1} ")).format(duty.lead[0], helped)
        return f"{start}{words.lower(duty.content)}; {self.ending(duty.time)}."

    def ending(self, time):
        time.text = time.text if time.text.startswith(("Hoàn thành", "Xong")) else f"hoàn thành {words.lower(time.text)}"
        return words.lower(time.text)

    def under_bodies(self):
        """Duties under a body's heading, each with a time: tasks of that body."""
        for name in self.rng.sample(self.body.issuer.bodies, 3):
            self.body.heading(1, name)
            for _ in range(self.rng.randint(1, 2)):
                duty = Duty(self.body, self.clock)
                duty.lead, duty.help, duty.product = [name], [], None
                duty.time = self.clock.make(self.rng.choice(("before", "month", "quarter")), self.rng)
                text = f"{duty.content}; {self.ending(duty.time)}"
                self.body.bullet(text + ".")
                self.paper.task("", self.body.path(1), duty.content, [name], [], duty.time, also=[text])
