"""The end of a document: closing, recipients, signatures with what lies over them, and a form in an annex."""
import pen
import words
from issuers import DEPUTY
from paper import safe

ENDS = {"beside": 1, "no-recipients": 1, "below": 1, "two": 2}


class Ending:
    def __init__(self, paper, issuer, body, head, rng):
        self.paper, self.issuer, self.body, self.head, self.rng, self.chosen = paper, issuer, body, head, rng, paper.chosen

    def write(self):
        if self.chosen["type"] != "?":
            self.closing()
        recipients = self.recipients()
        if self.chosen["end"] == "two":
            self.pair(recipients)
        else:
            self.single(recipients)

    def closing(self):
        if self.chosen["scheme"] == "article":
            label, printed = self.body.next(0)
            self.paper.section(1, label, "")
            self.paper.p(f"<b>{printed}</b>{safe(self.issuer.bodies[0])} và các đơn vị có liên quan chịu trách nhiệm thi hành văn bản này./.")
        else:
            self.paper.p(safe(self.body.word("end")))

    def recipients(self):
        if self.chosen["end"] == "no-recipients":
            self.paper.gold["document"]["recipients"] = []
            return ""
        names = [self.body.word("to") for _ in range(1)] + self.rng.sample(self.issuer.bodies, self.rng.randint(1, 3)) + [self.body.word("file")]
        self.paper.gold["document"]["recipients"] = names
        mark, end = self.rng.choice(("- ", "- ", "+ ", "")), "," if self.issuer.party else ";"
        lines = "".join(f"<p>{mark}{safe(name)}{'.' if n == len(names) - 1 else end}</p>" for n, name in enumerate(names))
        return f'<p><b><i>Nơi nhận:</i></b></p>{lines}'

    def authority(self):
        """Lines above the title, and the title."""
        issuer, how = self.issuer, self.chosen["authority"]
        above = [issuer.authority] if issuer.authority else []
        mark = "K/T" if issuer.party else "KT."
        if issuer.kind == "joint" or how == "chief":
            return above, issuer.chief
        if how == "order" and not issuer.party:
            return [f"TL. {issuer.chief}"], self.rng.choice(("CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG"))
        return [*above, f"{mark} {issuer.chief}"], DEPUTY[issuer.chief]

    def name(self):
        """The name as printed, and as it is in the gold."""
        name, how = words.person(self.rng), self.chosen["name"]
        if how == "missing":
            return "", None
        degree = self.rng.choice(words.lists("common")["degree"]) + " " if how == "degree" else ""
        if degree:
            self.paper.also["name"] = [name]
        return degree + name, degree + name

    def signer(self, above, title):
        shown, name = self.name()
        self.paper.how["name"] = {"red": "stamped", "missing": "absent"}.get(self.chosen["name"], "over-stamped" if self.chosen.get("stamp") == "over-name" else "printed")
        gold = {"authority": " ".join(above) or None, "title": title, "name": name}
        lines = "".join(f"<p>{safe(line)}</p>" for line in [*above, title])
        red = ' red" style="font-family:Gentium;font-style:italic;transform:rotate(-3deg)' if self.chosen["name"] == "red" else ""
        return gold, f'<div class="sig">{lines}{self.over()}<div class="gap"></div><p class="name{red}">{safe(shown) or "&nbsp;"}</p></div>'

    def over(self):
        """Signature and stamp over the block: usual is between title and name, left of the middle."""
        stamp, sign = self.chosen.get("stamp", "none"), self.chosen.get("signature", "none")
        ink = self.chosen.get("ink", self.rng.choice(("blue", "black")))
        made = ""
        if sign != "none":
            top = {"over-title": -12}.get(sign, 2)
            made += f'<div class="over" style="left:{self.rng.randint(12, 26)}mm;margin-top:{top}mm">{pen.signature(sign == "wide", ink, self.rng)}</div>'
        if stamp in ("usual", "over-title", "over-name"):
            top, left = {"usual": (-1, 2), "over-title": (-20, 14), "over-name": (2, 18)}[stamp]
            rim = self.issuer.own.replace("|", " ") + " ★ " + self.issuer.region.upper()
            made += f'<div class="over" style="left:{left}mm;margin-top:{top}mm">{pen.stamp(rim, self.issuer.own.split("|")[-1].split(" ")[-3:], self.rng)}</div>'
        return f'<div style="position:relative;height:0">{made}</div>'

    def single(self, recipients):
        gold, block = self.signer(*self.authority())
        self.paper.gold["document"] |= {"signer": gold, "signers": []}
        day = f"<p>{self.head.day(at_end=True)}</p>" if self.chosen["day"] == "at-end" else ""
        below = self.chosen["end"] == "below"
        left = "" if below else f'<div class="rec">{recipients}</div>'
        self.paper.put(f'<table class="end"><tr><td style="width:46%">{left}</td><td><div class="sig" style="font-weight:normal">{day}</div>{block}</td></tr></table>')
        if below:
            self.paper.put(f'<div class="rec">{recipients}</div>')

    def pair(self, recipients):
        """Two bodies sign; the right one is the chief."""
        other, left = self.signer(["HỘI NÔNG DÂN"], "CHỦ TỊCH")
        first, right = self.signer(["TRẠM Y TẾ"], "TRƯỞNG TRẠM")
        self.paper.gold["document"] |= {"signer": first, "signers": [other, first]}
        day = f'<p class="r">{self.head.day(at_end=True)}</p>' if self.chosen["day"] == "at-end" else ""
        self.paper.put(f'{day}<table class="end"><tr><td style="width:50%">{left}</td><td>{right}</td></tr></table><div class="rec">{recipients}</div>')

    def form(self):
        """A blank form in an annex: it has a head of its own, and is no document."""
        if self.chosen["form"] == "no":
            return
        lists = words.lists("common")
        fields = self.rng.sample(lists["fields"], 5)
        label = f"Mẫu số {self.rng.randint(1, 5):02d}"
        lines = "".join(f'<p class="l">{safe(field)}: {"." * self.rng.randint(40, 70)}</p>' for field in fields)
        self.paper.put(f'<section class="port"><p class="r"><b>{label}</b></p><p class="m"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b></p>'
                       f'<p class="m h">{self.rng.choice(lists["forms"])}</p>{lines}<p class="r"><i>........, ngày ..... tháng ..... năm ......</i></p><p class="r"><b>Người khai</b></p></section>')
