"""Tasks as tables: ruled in many ways, with group rows, merged cells, standing headings and columns of several roles."""
import words
from paper import safe
from work import Duty

WIDTHS = {"order": 7, "work": 36, "lead": 18, "help": 18, "time": 15, "product": 13, "note": 10, "both": 27, "mixed": 36, "body": 22}
CLASSES = {"dark": "dark", "grey": "greyhead", "plain": "plainhead"}


class Grid:
    def __init__(self, work):
        self.work, self.body, self.paper, self.rng, self.chosen = work, work.body, work.paper, work.rng, work.chosen
        self.roles, self.prefix, self.number = self.drawn_roles(), [], 0
        self.cut_once = False
        if self.chosen["tasks"] == "calendar":
            work.clock.kinds = ["day", "day", "range"]

    def drawn_roles(self):
        layout = self.chosen["tasks"]
        if layout != "table":
            return {"table-body-first": ["body", "work", "time"], "table-mixed": ["order", "work", "mixed"], "table-roles": ["order", "work", "both", "time"],
                    "calendar": ["time", "work", "lead"]}[layout]
        columns, order = self.chosen["columns"], {"usual": "work lead help time", "time-first": "time work lead help", "lead-first": "lead work help time"}[self.chosen["column_order"]]
        dropped = columns.removeprefix("no-")
        roles = [role for role in ["order", *order.split()] if role != dropped]
        return roles + (["note"] if columns == "note" else ["product"] if self.chosen["product"] == "yes" else [])

    def write(self):
        annex = self.chosen["annex"]
        if annex == "inline":
            self.work.open()
            self.prefix = self.body.path(0)
            self.table()
            return
        self.paper.put(f'<section class="{"land" if annex == "landscape" else "port"}">')
        self.annex_head()
        self.table()
        self.paper.put("</section>")

    def annex_head(self):
        name = self.rng.choice(("PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 1"))
        title = f"Phân công {self.body.topic}"
        self.paper.section(1, name, title)
        self.prefix = [name]
        self.paper.p(f"<b>{name}</b>", "m")
        self.paper.p(f"<b>{safe(title.upper())}</b>", "m")
        self.paper.p("<i>(Kèm theo văn bản của " + safe(self.body.issuer.name.split(";")[0]) + ")</i>", "m")

    def heading(self):
        standing = self.chosen["table_head"] == "standing"
        names = {"body": "lead"}
        self.heads = [words.label(names.get(role, role), self.chosen, self.rng) for role in self.roles]
        total = sum(WIDTHS[role] for role in self.roles)
        if self.chosen["table_head"] == "two-level" and {"lead", "help"} <= set(self.roles) and self.chosen["column_order"] != "lead-first":
            return self.two_levels(total)
        cell = lambda role, name: f'<div>{safe(name)}</div>' if standing and role in ("order", "lead", "help", "time") else safe(name)
        made = "".join(f'<th style="width:{WIDTHS[r] * 100 / total:.0f}%"{" class=stand" if standing else ""}>{cell(r, n)}</th>' for r, n in zip(self.roles, self.heads))
        return f"<tr>{made}</tr>"

    def two_levels(self, total):
        """Who leads and who helps stand under one heading."""
        above = below = ""
        for role, name in zip(self.roles, self.heads):
            width = f'style="width:{WIDTHS[role] * 100 / total:.0f}%"'
            if role in ("lead", "help"):
                above += '<th colspan="2">Phân công</th>' if role == "lead" else ""
                below += f"<th {width}>{safe(name)}</th>"
            else:
                above += f'<th rowspan="2" {width}>{safe(name)}</th>'
        return f"<tr>{above}</tr><tr>{below}</tr>"

    def table(self):
        rows, head = self.rows(), self.heading()
        look = CLASSES.get(self.chosen["table_head"], "") + (" stripes" if self.chosen["stripes"] == "yes" else "")
        repeat = "thead" if self.rng.random() < .7 else "tbody"
        self.paper.put(f'<table class="t {look}"><{repeat}>{head}</{repeat}><tbody>{rows}</tbody></table>')

    def rows(self):
        count = self.work.count() + 2
        duties = [Duty(self.body, self.work.clock) for _ in range(count)]
        self.merge(duties)
        made, cut = "", max(2, count // 2)
        groups = self.rng.sample(words.lists("common")["group"], 2)
        for number, duty in enumerate(duties):
            if self.chosen["groups"] != "none" and number in (0, cut):
                made += self.group_row(0 if number == 0 else 1, groups[0 if number == 0 else 1])
            made += self.row(duty)
        return made

    def merge(self, duties):
        """Neighbours share a body or a time: one cell over two or three rows, wherever the page ends."""
        role, start = self.chosen["merged"], 1
        self.spans = {}
        cut = max(2, len(duties) // 2) if self.chosen["groups"] != "none" else len(duties)
        if role == "none" or role not in self.roles:
            return
        while start + 2 < len(duties):
            size = min(self.rng.randint(2, 3), (cut if start < cut else len(duties)) - start)
            for duty in duties[start:start + size]:
                setattr(duty, role, getattr(duties[start], role))
            self.spans |= {id(duty): 0 for duty in duties[start:start + size]} | {id(duties[start]): size}
            start += size + self.rng.randint(1, 2)

    def group_row(self, index, name):
        self.group, span = name, len(self.roles)
        if self.chosen["groups"] == "plain":
            self.label = ""
            return f'<tr><td colspan="{span}"><b>{safe(name)}</b></td></tr>'
        self.label = ("I", "II")[index]
        self.paper.section(2, self.label, name)
        if "order" in self.roles and self.roles[0] == "order":
            return f'<tr><td class="c"><b>{self.label}</b></td><td colspan="{span - 1}"><b>{safe(name)}</b></td></tr>'
        return f'<tr><td colspan="{span}"><b>{self.label}. {safe(name)}</b></td></tr>'

    def row(self, duty):
        self.number += 1
        self.suit(duty)
        number = str(self.number) if "order" in self.roles else ""
        label, group = (self.label, self.group) if self.chosen["groups"] != "none" else ("", None)
        self.paper.task(number, [*self.prefix, *([label] if label else []), *([number] if number else [])], duty.content, duty.lead, duty.help, duty.time,
                        duty.product, "", group)
        new_page = ' style="break-before:page"' if self.cuts(duty) else ""
        return f"<tr{new_page}>" + "".join(self.cell(role, duty, number) for role in self.roles) + "</tr>"

    def cuts(self, duty):
        """Once in a table the page ends inside a merged cell."""
        inside = self.chosen.get("cut") == "in-merged" and self.chosen["merged"] in self.roles and self.spans.get(id(duty)) == 0
        now, self.cut_once = inside and not self.cut_once, self.cut_once or inside
        return now

    def suit(self, duty):
        """What has no column is not on the paper, so it is not in the gold."""
        has = lambda *roles: any(role in self.roles for role in roles)
        if not has("help", "both", "mixed"):
            duty.help = []
        if not has("time", "mixed"):
            duty.time = None
        if not has("product"):
            duty.product = None

    def cell(self, role, duty, number):
        merged = self.chosen["merged"] == role and id(duty) in self.spans
        if merged and self.spans[id(duty)] == 0:
            return ""
        span = f' rowspan="{self.spans[id(duty)]}"' if merged else ""
        centred = ' class="c"' if role in ("order", "time") else ""
        return f"<td{span}{centred}>{self.text(role, duty, number)}</td>"

    def text(self, role, duty, number):
        join = self.work.join
        plain = {"order": number + self.rng.choice(("", "", ".")) if number else "", "work": duty.content + ".", "lead": words.joined(duty.lead, join), "body": words.joined(duty.lead, join),
                 "help": words.joined(duty.help, join), "time": duty.time.text if duty.time else "", "product": duty.product or "", "note": ""}
        if role == "both":
            return safe(self.roles_in_one(duty))
        if role == "mixed":
            names = self.work.names
            return "<br>".join(safe(f"- {name}: {value}") for name, value in ((names["lead"], plain["lead"]), (names["help"], plain["help"]), (names["time"], plain["time"])))
        return safe(plain[role])

    def roles_in_one(self, duty):
        """`A (chủ trì), B, C` or, of two who lead, `A và B đồng chủ trì; C phối hợp`."""
        if len(duty.lead) == 1:
            return ", ".join([f"{duty.lead[0]} (chủ trì)", *duty.help])
        return " và ".join([", ".join(duty.lead[:-1]), duty.lead[-1]]) + " đồng chủ trì; phối hợp: " + ", ".join(duty.help)
