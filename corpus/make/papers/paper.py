"""Collects a document's print and its gold side by side, so that neither can be without the other."""
import html

STYLE = """@page{size:A4;margin:%(margins)s;@top-center{content:counter(page);font:13pt "%(font)s"}} @page:first{@top-center{content:none}}
@page land{size:A4 landscape;margin:18mm 16mm 16mm 20mm}
body{position:relative;font-family:"%(font)s",Tinos;font-size:%(size)spt;line-height:%(leading)s;margin:0} .land{page:land;break-before:page} .port{break-before:page}
p{margin:0 0 5pt;text-indent:11mm;text-align:justify} .l{text-indent:0;text-align:left} .m{text-align:center;text-indent:0} .h{font-weight:bold;break-after:avoid}
.u{text-decoration:underline} .r{text-align:right;text-indent:0} .in{padding-left:14mm;text-indent:0;text-align:left} .red{color:#cf2030}
table{border-collapse:collapse;width:100%%} td{vertical-align:top;padding:0} td p,th p{text-indent:0;margin:0} .top{margin-bottom:8pt;line-height:1.2} .top td{text-align:center;white-space:nowrap}
.bar{border-top:.8pt solid #000;height:0;margin:2pt auto} .pen{display:inline-block} .dots{border-bottom:1.1pt dotted #333}
.t{margin:6pt 0;line-height:1.2;font-size:.88em} .t td,.t th{padding:2.5pt 4pt;vertical-align:%(at)s;text-align:%(cells)s;hyphens:none} .t th{text-align:center;vertical-align:middle}
.t td.c{text-align:center} %(rules)s
.stand{height:26mm;padding:0 !important} .stand div{transform:rotate(-90deg);width:25mm;margin:0 -8mm}
.dark th{background:#30343a;color:#fff} .greyhead th{background:#cfd3d8} .plainhead th{font-weight:normal;font-style:italic} .stripes tr:nth-child(even) td{background:#dfe3e8}
.end{break-inside:avoid;margin-top:10pt} .sig{text-align:center;position:relative} .sig p,.name{text-align:center;text-indent:0;font-weight:bold} .gap{height:%(room)smm}
.rec{font-size:11pt;line-height:1.2} .rec p{text-indent:0;margin:0;text-align:left} .over{position:absolute} .on{position:relative} .marked{border:1pt solid #000;padding:1pt 6pt;font-weight:bold;line-height:2}
.box{border:1.2pt solid #b03040;color:#b03040;padding:1mm 3mm;font:9pt Arimo;text-align:left;width:34mm;opacity:.85}
%(true)s"""
RULES = {"full": ".t td,.t th{border:.8pt solid #000}", "dotted": ".t td,.t th{border:1pt dotted #000}", "dashed": ".t td,.t th{border:.8pt dashed #000}",
         "grey": ".t td,.t th{border:.8pt solid #9aa0a6}", "double": ".t{border:2.4pt double #000} .t td,.t th{border:.7pt solid #000}",
         "vertical": ".t{border:.8pt solid #000} .t td,.t th{border-left:.8pt solid #000} .t th{border-bottom:.8pt solid #000}",
         "horizontal": ".t td,.t th{border-top:.8pt solid #000;border-bottom:.8pt solid #000}",
         "three-line": ".t{border-top:1.4pt solid #000;border-bottom:1.4pt solid #000} .t th{border-bottom:.8pt solid #000}", "none": ".t td,.t th{padding:3pt 7pt}"}
# For the true text the pen is print, and what lies over the page is away.
TRUE = ".over{display:none} .ink{display:none} .asprint{display:inline !important}"
SHOWN = ".asprint{display:none}"
HEAD = ("type", "number", "symbol", "issuer", "place", "date", "subject", "addressee")


class Paper:
    def __init__(self, chosen):
        self.chosen, self.parts = chosen, []
        self.gold = {"document": dict.fromkeys(HEAD), "references": [], "sections": [], "targets": [], "tasks": [], "assignments": []}
        self.also, self.how, self.counts = {}, {}, [0, 0, 0]

    def put(self, markup):
        self.parts.append(markup)

    def p(self, text, kind=""):
        self.put(f'<p class="{kind}">{text}</p>')

    def section(self, level, label, title=""):
        self.gold["sections"].append({"label": label, "title": title, "level": level})

    def target(self, text, value, unit, comparator, due=None):
        self.gold["targets"].append({"text": text, "value": float(value), "unit": unit, "comparator": comparator, "due": due})

    def cite(self, gold, date):
        """A cited document once, with the day that its first mention prints."""
        self.gold["references"].append(gold | {"date": date})

    def task(self, number, path, content, lead, help_, time, product=None, title="", group=None, also=()):
        self.gold["tasks"].append({"number": number, "path": path, "group": group, "title": title, "content": content, "lead": lead, "cooperating": help_,
                                   "deadline": time.gold() if time else {"text": None, "due": None, "modes": []}, "product": product})
        notes = {"due": time.also if time else [], "kind": time.kind if time else "none", "content": list(also)}
        self.also.setdefault("tasks", []).append(notes)

    def page(self, true=False):
        c = self.chosen
        settings = {"margins": c["margins"], "font": c["font"], "size": c["size"], "leading": c["leading"], "at": c.get("cells_at", "top"), "room": 26,
                    "cells": {"centre": "center"}.get(c.get("cells", "left"), c.get("cells", "left")), "rules": RULES[c.get("rules", "full")], "true": TRUE if true else SHOWN}
        return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title></title><style>{STYLE % settings}</style></head><body>{"".join(self.parts)}</body></html>'


def safe(text):
    return html.escape(text, quote=False)


def both(ink, text):
    """What is drawn by pen, with the same as print for the true text."""
    return f'<span class="ink">{ink}</span><span class="asprint">{safe(text)}</span>'
