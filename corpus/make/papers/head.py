"""The letterhead, the title and what stands before the text: print and gold of the head's fields."""
import datetime
import textwrap

import pen
import times
import words
from paper import both, safe

NAMES = {"KH": "KẾ HOẠCH", "QĐ": "QUYẾT ĐỊNH", "TTr": "TỜ TRÌNH", "BC": "BÁO CÁO", "TB": "THÔNG BÁO", "HD": "HƯỚNG DẪN", "NQ": "NGHỊ QUYẾT",
         "CT": "CHỈ THỊ", "CTr": "CHƯƠNG TRÌNH", "PA": "PHƯƠNG ÁN"}
SLIPS = {"doubled": {"QĐ": "QĐĐ", "TTr": "TTTr", "CTr": "CTTr"}, "point": {"QĐ": "Q.Đ", "TTr": "T.Tr", "CTr": "C.Tr"}}


class Head:
    def __init__(self, paper, issuer, rng):
        self.paper, self.issuer, self.rng, self.chosen = paper, issuer, rng, paper.chosen
        self.gold, self.points = paper.gold["document"], int(paper.chosen["size"]) - 1
        self.hand = self.chosen.get("hand"), self.chosen.get("ink")

    def write(self, topic):
        self.subject = self.drawn_subject(topic)
        self.overlay()
        self.letterhead()
        if self.chosen["type"] != "CV":
            self.title()
        if "addressee" in self.chosen:
            self.addressee()

    def drawn_subject(self, topic):
        lists = words.lists("common")
        parts = [self.rng.choice(lists["about"]) if self.chosen["subject"] != "about" else "Về việc tăng cường công tác", topic]
        if self.chosen["subject"] in ("bracket", "v-v"):
            parts[0] = "tăng cường công tác"
        if self.chosen["subject_length"] == "long":
            parts += [f"tại {self.issuer.unit}", self.rng.choice(lists["more"])]
        dated = self.rng.random() < .5 and not parts[-1].endswith("năm")
        return " ".join(parts) + (f" năm {self.issuer.date.year}" if dated else "")

    def letterhead(self):
        left = self.left() + self.number_line()
        if self.chosen["mark"] == "mark":
            left += f'<br><span class="marked">{self.rng.choice(words.lists("common")["mark"])}</span>'
        if self.chosen["type"] == "CV":
            shown = textwrap.wrap(f"{self.rng.choice(('V/v ', 'V/v: ', 'V/v:'))}{self.subject}", 30)
            left += "<br>" + "<br>".join(map(safe, shown))
            self.gold["subject"] = self.subject
        widths = {"wide-left": (50, 50), "narrow": (38, 62)}.get(self.chosen["letterhead"], (44, 56))
        small = 11.5 if self.chosen["font"] in ("Tinos", "Liberation Serif") else 10
        self.paper.put(f'<table class="top" style="font-size:{small if self.chosen["font"] != "FreeMono" else 8.6}pt;margin-top:{-8 if self.chosen["letterhead"] == "high" else 0}mm">'
                       f'<tr><td style="width:{widths[0]}%">{left}</td><td style="width:{widths[1]}%">{self.right()}</td></tr></table>')

    def overlay(self):
        """A registry's stamp with days of its own, or the note of a signing program: neither is the document's."""
        kind, day = self.chosen.get("overlay", "none"), self.issuer.date + datetime.timedelta(days=self.rng.randint(1, 6))
        if kind == "received":
            name = self.rng.choice(words.lists("labels")["received"])
            own = [pen.figures(text, "hasty", "blue", 10, self.rng) for text in (str(self.rng.randint(20, 990)), f"{day.day}", f"{day.month}")]
            self.paper.put(f'<div class="over box" style="left:{self.rng.randint(44, 62)}mm;top:{self.rng.randint(18, 30)}mm"><b>{name}</b><br>Số: {own[0]}<br>Ngày: {own[1]} / {own[2]}<br>Chuyển: ......</div>')
        elif kind == "signed":
            self.paper.put(f'<div class="over" style="right:0;top:-12mm;color:#1a2fb0;font:7pt Arimo">Người ký: {safe(self.issuer.name)}<br>Thời gian ký: {day:%d.%m.%Y} {self.rng.randint(8, 16):02d}:{self.rng.randint(0, 59):02d}:07 +07:00</div>')

    def left(self):
        issuer, short = self.issuer, self.chosen["letterhead"] == "short-parent"
        parent, own = (text.replace("ỦY BAN NHÂN DÂN|", "UBND ") if short else text for text in (issuer.parent, issuer.own))
        self.gold["issuer"] = issuer.name
        if issuer.kind == "branch":
            self.paper.also["issuer"] = ["Chi cục An toàn vệ sinh thực phẩm", f"Chi cục ATVSTP {issuer.region}", f"Chi cục ATVSTP tỉnh {issuer.region}"]
        shown = "".join(safe(line) + "<br>" for line in parent.split("|") if line)
        shown += "".join(f"<b>{safe(line)}</b><br>" for line in own.split("|"))
        return shown + ("*<br>" if issuer.kind in ("party", "party-province") else self.bar(22))

    def bar(self, width):
        ornament = self.rng.choice(("---o0o---", "-----***-----", "=======", "* * *"))
        return f"{ornament}<br>" if self.chosen["letterhead"] == "ornament" else f'<div class="bar" style="width:{width}%"></div>'

    def number_line(self):
        how, issuer = self.chosen["number"], self.issuer
        if how == "absent":
            self.paper.how["number"] = self.paper.how["symbol"] = "absent"
            return ""
        self.gold["symbol"], self.paper.how["symbol"] = issuer.symbol, "printed"
        self.paper.how["number"] = {"pen-dots": "pen"}.get(how, how)
        self.gold["number"] = None if how == "blank" else issuer.number
        mark = "Số " if issuer.kind in ("party", "party-province") else "Số: "
        return f'<span class="on">{mark}{self.number(how)}{safe(self.printed_symbol())}{self.number_stamp()}</span>'

    def number(self, how):
        if how == "blank":
            return "&nbsp;" * self.rng.randint(5, 10) if self.rng.random() < .6 else "........"
        if how == "printed":
            return self.issuer.number + ("&nbsp;&nbsp;" if self.chosen["slip"] == "gap" else "")
        drawn = both(pen.figures(self.issuer.number, *self.hand, self.points, self.rng), self.issuer.number)
        return f'<span class="dots">&nbsp;{drawn}&nbsp;&nbsp;</span>' if how == "pen-dots" else drawn

    def printed_symbol(self):
        symbol, slip = self.issuer.symbol, self.chosen["slip"]
        kind, _, org = symbol.partition("-")
        if slip in SLIPS and kind in SLIPS[slip]:
            kind = SLIPS[slip][kind]
            self.paper.also["symbol"] = [f"{kind}-{org}"]
            self.paper.how["symbol"] = "misprinted"
        if self.issuer.party:
            return f"-{kind}/{org}"
        between = " - " if slip == "spaced" else "-"
        return f"/{kind}{between}{org}" if org else f"/{kind}"

    def number_stamp(self):
        if self.chosen.get("stamp") != "over-number":
            return ""
        return f'<div class="over" style="left:-4mm;top:-16mm">{pen.stamp(self.issuer.own.replace("|", " ") + " ★ ", ["ĐÃ NHẬN"], self.rng)}</div>'

    def right(self):
        kind = self.issuer.kind
        if kind in ("party", "party-province", "youth"):
            name = "ĐẢNG CỘNG SẢN VIỆT NAM" if kind != "youth" else "ĐOÀN TNCS HỒ CHÍ MINH"
            return f'<b style="font-size:1.15em">{name}</b><div class="bar" style="width:64%"></div><br>{self.day()}'
        dash = self.rng.choice((" - ", " – ", " - "))
        motto = f"<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập{dash}Tự do{dash}Hạnh phúc</b><br>"
        return motto + self.bar(52) + ("" if self.chosen["letterhead"] == "ornament" else "<br>") + self.day()

    def day(self, at_end=False):
        """The place and the day; `at-end` papers have it above the signature."""
        how, date = self.chosen["day"], self.issuer.date
        self.gold["place"] = self.issuer.town
        blank, self.paper.how["date"] = how == "blank", "pen" if how.startswith("pen") else "blank" if how == "blank" else "printed"
        self.gold["date"] = None if blank else date.isoformat()
        self.gold["dateParts"] = {"year": date.year, "month": date.month, "day": None if blank else date.day}
        if how == "at-end" and not at_end:
            return ""
        day, month = f"{date.day:02d}", f"{date.month:02d}" if date.month < 3 else str(date.month)
        shown = [self.written(day, how.startswith("pen"), how) if not blank else "&nbsp;" * 6, self.written(month, how == "pen-dots", how)]
        return f"<i>{safe(self.issuer.town)}, ngày {shown[0]} tháng {shown[1]} năm {date.year}</i>"

    def written(self, text, by_pen, how):
        if not by_pen:
            return text
        drawn = both(pen.figures(text, *self.hand, self.points, self.rng), text)
        return f'<span class="dots">&nbsp;{drawn}&nbsp;</span>' if how == "pen-dots" else drawn

    def title(self):
        kind, form = self.chosen["type"], self.chosen["subject"]
        name = NAMES.get(kind) or self.rng.choice(words.lists("common")["titles"])
        self.gold["type"], self.gold["typeName"] = (None, name) if kind == "?" else (kind, None)
        if self.issuer.kind == "joint":
            name = f"{name} PHỐI HỢP"
        self.paper.put(f'<p class="m h" style="font-size:1.1em;margin-top:6pt">{name}</p>')
        shown = {"bracket": f"(V/v {self.subject})", "capitals": self.subject.upper()}.get(form, self.subject)
        if form == "bracket" or self.issuer.party and form == "plain":
            self.subject = words.lower(self.subject)
            shown = f"(V/v {self.subject})" if form == "bracket" else self.subject
        self.gold["subject"] = self.subject
        self.paper.put(f'<p class="m h" style="padding:0 {self.rng.choice((4, 10, 20))}mm">{safe(shown)}</p><div class="bar" style="width:24%;margin-bottom:8pt"></div>')

    def addressee(self):
        if self.chosen["type"] == "CV":
            self.gold["type"] = "CV"
        names = self.rng.sample(self.issuer.bodies, 1 if self.chosen["addressee"] == "one" else self.rng.randint(2, 4))
        self.gold["addressee"] = "; ".join(names)
        if self.chosen["addressee"] == "lines":
            self.paper.p("Kính gửi:", "in h" if self.rng.random() < .5 else "in")
            for number, name in enumerate(names):
                self.paper.p(f"- {safe(name)}{'.' if number == len(names) - 1 else ';'}", "in\" style=\"padding-left:36mm")
        else:
            self.paper.p(f"Kính gửi: {safe('; '.join(names))}{self.rng.choice(('.', ''))}", "m")


def cite(paper, issuer, rng, style):
    """A cited document in the text, noted once."""
    name, gold, day = issuer.cited(rng)
    dated = rng.random() < .8
    paper.cite(gold, day.isoformat() if dated else None)
    return name + (f"{rng.choice((' ngày ', ', ngày '))}{times.shown(day, style)}" if dated else "") + (f" của {issuer.name.split(';')[0]}" if gold["symbol"].endswith("UBND") and "nhân dân" in issuer.name else "")


def preamble(paper, issuer, rng, topic):
    """What the document is founded on."""
    how, style = paper.chosen["preamble"], paper.chosen["days"]
    if how == "none":
        return
    found = [cite(paper, issuer, rng, style) + f" về {topic}" for _ in range(rng.randint(2, 3))]
    if how == "paragraph":
        paper.p("Thực hiện " + safe("; ".join(found)) + f", {safe(issuer.name.split(';')[0])} xây dựng nội dung cụ thể như sau:")
        return
    mark, end = "- " if how == "dashes" else "", "," if paper.chosen["issuer"] == "old" else ";"
    for number, text in enumerate(found):
        line = f"{mark}Căn cứ {safe(text)}{end if number < len(found) - 1 else '.'}"
        paper.p(f"<i>{line}</i>" if how == "italic" else line)
