"""Blocks of a document to an HTML page to print. What looks different between documents is in their settings."""
import html
import re

import markup

STYLE = """@page{size:A4;margin:%(margins)s;@top-center{content:counter(page);font:13pt "%(font)s"}}
@page:first{@top-center{content:none}} @page land{size:A4 landscape;margin:18mm 14mm 14mm 18mm}
body{font-family:"%(font)s";font-size:%(size)spt;line-height:%(leading)s;color:#000} .land{page:land;break-before:page} .port{break-before:page}
p{margin:0 0 %(gap)spt 0;text-indent:%(indent)s;text-align:%(align)s} .h1,.h2,.h3{font-weight:bold;break-after:avoid} .h3{font-style:italic}
.mid{text-align:center;text-indent:0} .kind{font-weight:bold;margin-top:12pt;letter-spacing:%(kindspace)s} .subj{font-weight:bold;padding:0 10mm} .note{font-style:italic}
table{width:100%%;border-collapse:collapse} td{orphans:1;widows:1} td p,th p{text-indent:0;margin:0} .head{text-align:center;margin-bottom:6pt;font-size:%(headsize)spt;white-space:nowrap} .head td{padding:0;vertical-align:top}
.rule{border-top:0.8pt solid #000;margin:2pt auto;height:0} .task{font-size:%(table)spt;line-height:1.2;margin:6pt 0} .task th{text-align:center}
.grid td,.grid th{border:0.8pt solid #000;padding:2.5pt 4pt;vertical-align:%(valign)s} .plain td,.plain th{padding:3pt 8pt 3pt 0;vertical-align:top;text-align:left}
.end{margin-top:10pt;break-inside:avoid} .end td{vertical-align:top;padding:0} .right{text-align:center;font-weight:bold} .small{font-size:11pt;text-align:left;font-weight:normal}
.kg{padding-left:25mm;text-indent:0} .name{margin-top:%(signspace)s !important} .half{width:46%%;text-indent:0;text-align:center;font-size:12pt} %(css)s"""

DEFAULTS = {"font": "Tinos", "size": "14", "leading": "1.3", "gap": "5", "indent": "11mm", "align": "justify", "table": "12",
            "margins": "20mm 18mm 18mm 30mm", "kindspace": "0", "valign": "middle", "signspace": "58pt", "headsize": "11.5", "css": ""}


def shown(text):
    """Marks gone, `**bold**` and `__italic__` kept."""
    while markup.MARK.search(text):
        text = markup.MARK.sub(r"\2", text)
    text = html.escape(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"__(.+?)__", r"<i>\1</i>", text)


def lines(text, between="<br>"):
    """` / ` parts lines; a leading `*` makes one bold, `~` italic, `=` a rule of that many per cent."""
    made = []
    for line in text.split(" / "):
        line = line.strip()
        if line.startswith("="):
            made.append(f'<div class="rule" style="width:{line[1:]}%"></div>')
        else:
            tag = {"*": "b", "~": "i"}.get(line[:1])
            made.append((f"<{tag}>{shown(line[1:])}</{tag}>" if tag else shown(line)) + between)
    return "".join(made)


def columns(text, widths, kind):
    cells = "".join(f'<td style="width:{width}%">{lines(part.strip())}</td>' for part, width in zip(text.split("|"), widths))
    return f'<table class="{kind}"><tr>{cells}</tr></table>'


def end_cell(text):
    """A cell of the last block: recipients after `!`, else a signature whose last line is the name."""
    text = text.strip()
    if text.startswith("!"):
        first, *rest = text[1:].split(" / ")
        return f'<td class="small"><b><i>{shown(first)}</i></b><br>' + "<br>".join(map(shown, rest)) + "</td>"
    *above, name = text.split(" / ")
    inner = "".join(f'<p class="mid">{shown(line)}</p>' for line in above)
    return f'<td class="right">{inner}<p class="mid name">{shown(name)}</p></td>'


def heading(word, label, title, body):
    text = f"{label} {title}".strip()
    if word.endswith("r"):
        return f'<p><span class="run">{shown(text)}{":" if title else ""}</span> {shown(body)}</p>'
    return f'<p class="{word}">{shown(text)}</p>'


def table(block):
    given, width = block["options"], None
    width = given.get("cols", "").split(",")
    header = "".join(f'<th style="width:{w}%">{shown(h.strip())}</th>' for h, w in zip(block["header"], width))
    rows = block["rows"]
    body = "".join(table_row(rows, index, len(width)) for index in range(len(rows)))
    return f'<table class="task {given.get("kind", "grid")}"><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>'


def table_row(rows, index, count):
    word, cells = rows[index]
    if word == "group":
        label, title = (cells + [""])[:2]
        if label and count > 2:
            return f'<tr><td class="mid"><b>{shown(label)}</b></td><td colspan="{count - 1}"><b>{shown(title)}</b></td></tr>'
        return f'<tr><td colspan="{count}"><b>{shown(title)}</b></td></tr>'
    made = []
    for column, cell in enumerate(cells):
        if cell == "^":
            continue
        span = 1
        while index + span < len(rows) and rows[index + span][0] == "row" and rows[index + span][1][column] == "^":
            span += 1
        made.append(f'<td{f" rowspan={span}" if span > 1 else ""}>{lines(cell)}</td>')
    return f"<tr>{''.join(made)}</tr>"


def block_html(block, settings):
    word, *rest = block
    if word[0] == "h" and word[1:2].isdigit():
        return heading(word, *rest)
    if word == "table":
        return table(rest[0])
    text = rest[0]
    if word == "head":
        widths = settings.get("head", "42,58").split(",")
        return columns(text, widths, "head")
    if word == "end":
        return f'<table class="end"><tr>{"".join(end_cell(part) for part in text.split("||"))}</tr></table>'
    if word in ("kind", "subj", "note", "mid"):
        return f'<p class="mid {word}">{shown(text)}</p>'
    if word in ("land", "port"):
        return f'</section><section class="{word}">'
    return {"-": f"<p>- {shown(text)}</p>", "+": f"<p>+ {shown(text)}</p>", "kg": f'<p class="kg">{shown(text)}</p>',
            "half": f'<p class="half">{lines(text)}</p>', "rule": f'<div class="rule" style="width:{text}%"></div>'}.get(word, f"<p>{shown(text)}</p>")


def page_html(document, settings):
    style = STYLE % (DEFAULTS | {key: value for key, value in settings.items() if key in DEFAULTS})
    body = "\n".join(block_html(block, settings) for block in document.blocks)
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><style>{style}</style></head><body><section>{body}</section></body></html>'
