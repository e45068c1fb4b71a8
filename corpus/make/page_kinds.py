"""Kinds of upright office pages as HTML: registers, lists, forms, covers, statistics, and ordinary letters. All content is invented.

A kind is a method of `Kinds` that returns one page's HTML; `REGISTERS`, `FIGURES` and `ORDINARY` name them. `FIGURES` are those of
hardly a word: symbols, days, codes and numbers under a short heading in capitals, where strokes and words alone tell little of the turn.
The same generator state gives the same page. Nothing is taken from a real paper or from `corpus/gold`.
"""
import page_words as words

FACES = ("Tinos", "Liberation Serif", "DejaVu Serif", "FreeSerif", "Arimo", "Liberation Sans", "DejaVu Sans", "Noto Serif", "Carlito")
REGISTERS = ("register", "documents", "persons", "codes", "form", "cover", "statistics", "budget")
FIGURES = ("sheets", "loans", "series", "series_plain", "drawn", "numbers")
ORDINARY = ("letter", "prose", "decision", "tasks", "ending", "minutes")

STYLE = """<meta charset="utf-8"><style>
@page port{size:A4;margin:18mm 14mm 16mm 24mm} @page land{size:A4 landscape;margin:18mm 14mm 14mm 16mm} section{break-before:page}
.port{page:port} .land{page:land} p{margin:0 0 5pt 0;text-align:justify;text-indent:10mm} .l{text-indent:0;text-align:left} .m{text-align:center;text-indent:0}
h1{font-size:1.1em;text-align:center;margin:4pt 0} table{width:100%;border-collapse:collapse} .head{text-align:center;margin-bottom:8pt}
.grid td,.grid th{border:0.7pt solid #000;padding:1.5pt 3pt} .dots td,.dots th{border:0.7pt dotted #000;padding:1.5pt 3pt}
.bars td,.bars th{border-top:0.7pt solid #000;border-bottom:0.7pt solid #000;padding:1.5pt 6pt} .plain td,.plain th{padding:1.5pt 7pt}
.task{font-size:0.85em} .task th{text-align:center} .n{text-align:right} td{vertical-align:top}
.frame{border:2.2pt double #000;height:238mm;padding:10mm;text-align:center} .big{font-size:1.9em;font-weight:bold;margin:16mm 0 6mm 0}</style>"""


class Kinds:
    """Writes one page of a kind from a random generator."""

    def __init__(self, rng):
        self.rng = rng

    def of(self, values):
        return str(values[int(self.rng.integers(0, len(values)))])

    def number(self, low, high):
        return int(self.rng.integers(low, high))

    def day(self):
        return f"{self.number(1, 29):02d}/{self.number(1, 13):02d}/{self.number(1988, 2026)}"

    def person(self):
        return f"{self.of(words.FAMILY)} {self.of(words.MIDDLE)} {self.of(words.GIVEN)}"

    def symbol(self):
        return f"{self.number(1, 2400)}/{self.of(words.TYPES)}-{self.of(words.UNITS)}"

    def subject(self):
        return f"{self.of(words.ABOUT)} {self.of(words.MATTERS)} {self.of(words.WHEN)}".strip()

    def sentence(self):
        return f"{self.of(words.DOERS)} {self.of(words.DOING)} {self.of(words.MATTERS)}, {self.of(words.ENDS)}."

    def paragraphs(self, count, most=5):
        return "".join("<p>" + " ".join(self.sentence() for _ in range(self.number(2, most))) + "</p>" for _ in range(count))

    def money(self, most=9_000_000_000):
        return f"{self.number(1, most):,}".replace(",", ".")

    def head(self, kind=None):
        place = self.of(words.PLACES)
        number = f"Số: {self.number(1, 900)}/{kind or 'KH'}-UBND"
        return (f'<table class="head"><tr><td>ỦY BAN NHÂN DÂN<br><b>{place.upper()}</b><br>{number}</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT '
                f'NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>{place}, ngày {self.number(10, 29)} tháng {self.number(3, 13)} năm 2024</i></td></tr></table>')

    def table(self, heads, row, rows):
        """A table in one of the ways of ruling; `row` makes a row's cells from its number."""
        cell = lambda text: f'<td class="n">{text}</td>' if text.replace(".", "").replace(",", "").isdigit() else f"<td>{text}</td>"
        body = "".join("<tr>" + "".join(cell(text) for text in row(n)) + "</tr>" for n in range(1, rows + 1))
        rule = self.of(("grid", "grid", "grid", "dots", "bars", "plain"))
        return f'<table class="task {rule}"><tr>{"".join(f"<th>{h}</th>" for h in heads)}</tr>{body}</table>'

    def register(self):
        heads = ("Số đến", "Ngày đến", "Số, ký hiệu", "Ngày văn bản", "Nơi gửi", "Trích yếu nội dung", "Người nhận")
        row = lambda n: (str(n + 40), self.day(), self.symbol(), self.day(), self.of(words.DOERS), self.subject(), self.person())
        return f"<h1>SỔ ĐĂNG KÝ VĂN BẢN ĐẾN NĂM {self.number(1995, 2025)}</h1>" + self.table(heads, row, self.number(7, 12))

    def documents(self):
        heads = ("STT", "Số, ký hiệu", "Ngày tháng", "Tác giả", "Trích yếu nội dung văn bản", "Tờ số", "Ghi chú")
        row = lambda n: (str(n), self.symbol(), self.day(), self.of(words.DOERS), self.subject(), str(n * 3), "")
        return f"<h1>MỤC LỤC VĂN BẢN TRONG HỒ SƠ</h1><p class=m>Hồ sơ số: {self.number(1, 400)}</p>" + self.table(heads, row, self.number(8, 14))

    def persons(self):
        heads = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Điện thoại")
        row = lambda n: (str(n), self.person(), self.day(), self.of(words.POSTS), self.of(words.DOERS), f"09{self.number(10_000_000, 99_999_999)}")
        return f"<h1>DANH SÁCH</h1><p class=m><b>{self.subject()}</b></p>" + self.table(heads, row, self.number(14, 26))

    def codes(self):
        heads = ("STT", "Mã định danh", "Mã số thuế", "Tên cơ quan", "Cấp")
        row = lambda n: (str(n), f"H{self.number(10, 64)}.{self.number(1, 99):02d}.{self.number(1, 60):02d}", str(self.number(10**9, 10**10 - 1)),
                         self.of(words.DOERS), str(self.number(1, 5)))
        return "<h1>BẢNG MÃ ĐỊNH DANH ĐIỆN TỬ</h1>" + self.table(heads, row, self.number(16, 30))

    def statistics(self):
        heads = ("STT", "Xã, phường") + tuple(f"Năm {y}" for y in range(2017, 2017 + self.number(4, 7)))
        row = lambda n: (str(n), self.of(words.PLACES)) + tuple(str(self.number(1, 9000)) for _ in heads[2:])
        return f"<h1>BIỂU SỐ {self.number(1, 20):02d}</h1><p class=m><b>Thống kê {self.of(words.MATTERS)}</b></p>" + self.table(heads, row, self.number(18, 28))

    def budget(self):
        heads = ("TT", "Nội dung chi", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền")
        row = lambda n: (str(n), self.of(words.MATTERS), self.of(words.MEASURES), str(self.number(1, 90)), self.money(9_000_000), self.money())
        return "<h1>DỰ TOÁN KINH PHÍ</h1><p class=m><i>Đơn vị tính: đồng</i></p>" + self.table(heads, row, self.number(12, 22))

    def form(self):
        fields = [self.of(words.FIELDS) for _ in range(self.number(10, 18))]
        value = lambda field: self.person() if "tên" in field else self.day() if "gày" in field else self.of(words.DOERS)
        line = lambda field: f"<p class=l>{field}: {value(field) if self.rng.random() < 0.5 else '.' * self.number(20, 60)}</p>"
        return f"{self.head('PYC')}<h1>{self.of(words.FORMS)}</h1>" + "".join(line(f) for f in fields)

    def cover(self):
        place = self.of(words.PLACES)
        return (f'<div class="frame"><p class=m><b>ỦY BAN NHÂN DÂN {place.upper()}</b></p><p class=m>{self.of(words.DOERS)}</p><p class="m big">HỒ SƠ</p>'
                f"<p class=m><b>{self.subject()}</b></p><p class=m>Từ ngày {self.day()} đến ngày {self.day()}</p><p class=m>Gồm: {self.number(3, 300)} tờ</p>"
                f"<br><br><p class=l>Phông số: {self.number(1, 90)}</p><p class=l>Mục lục số: {self.number(1, 20)}</p><p class=l>Hồ sơ số: {self.number(1, 700)}</p>"
                f"<p class=l>Thời hạn bảo quản: {self.of(('Vĩnh viễn', '70 năm', '20 năm', '05 năm'))}</p></div>")

    def short(self, heading, heads, row, rule="grid", rows=(24, 38)):
        """A table under a heading of a few capitals at the left, cells not stretched."""
        body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row(n)) + "</tr>" for n in range(1, self.number(*rows)))
        return f'<p class=l><b>{heading}</b></p><table class="task {rule}"><tr>{"".join(f"<td>{h}</td>" for h in heads)}</tr>{body}</table>'

    def sheets(self):
        row = lambda n: (str(n), self.symbol(), self.day(), f"{4 * n - 3}-{4 * n}", "")
        return self.short("MỤC LỤC TỜ", ("TT", "Ký hiệu", "Ngày", "Tờ", "Ghi chú"), row)

    def loans(self):
        row = lambda n: (str(n), self.person().upper(), self.day(), f"B{self.number(10, 99)}-{self.number(10**6, 10**7)}")
        return self.short("SỔ MƯỢN TRẢ", ("TT", "Người mượn", "Ngày trả", "Mã"), row)

    def series(self, rule="grid"):
        years = tuple(str(year) for year in range(2014, 2014 + self.number(4, 8)))
        return self.short(f"BIỂU {self.number(1, 30):02d}", ("TT",) + years, lambda n: (str(n),) + tuple(self.money(90_000) for _ in years), rule)

    def series_plain(self):
        return self.series("plain")

    def drawn(self):
        row = lambda n: (str(n), self.money(10**8), self.money(10**8), f"{self.number(1, 1000) / 10:.1f}%".replace(".", ","))
        return self.short("QUYẾT TOÁN", ("TT", "Dự toán", "Thực chi", "%"), row, "bars")

    def numbers(self):
        lines = "".join(f"<p class=l>{n}. {self.number(10**8, 10**9)} – {self.day()} – {self.symbol()}</p>" for n in range(1, self.number(14, 30)))
        return f"<p class=l><b>SỐ LƯU</b></p>{lines}"

    def letter(self):
        return f"{self.head('UBND')}<p class=m>V/v {self.subject()}</p><p class=m>Kính gửi: {self.of(words.DOERS)}</p>" + self.paragraphs(5)

    def prose(self):
        return f"<p class=m>{self.number(2, 30)}</p>" + self.paragraphs(self.number(4, 8), 4)

    def decision(self):
        articles = "".join(f"<p><b>Điều {n}.</b> {self.sentence()}</p>" for n in range(1, 5))
        return f"{self.head('QĐ')}<h1>QUYẾT ĐỊNH</h1><p class=m><b>Về việc {self.subject()}</b></p>{self.paragraphs(2)}{articles}"

    def tasks(self):
        heads = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian")
        row = lambda n: (str(n), self.sentence(), self.of(words.DOERS), self.of(words.DOERS), f"Tháng {self.number(1, 13)}/2025")
        return "<h1>PHỤ LỤC</h1><p class=m>Phân công nhiệm vụ</p>" + self.table(heads, row, self.number(5, 9))

    def ending(self):
        left = "<br>".join(f"- {self.of(words.DOERS)};" for _ in range(4))
        return (f'{self.paragraphs(self.number(1, 4))}<table class="head"><tr><td class=l><b><i>Nơi nhận:</i></b><br>{left}</td><td><b>TM. ỦY BAN NHÂN DÂN<br>'
                f"CHỦ TỊCH<br><br><br><br>{self.person()}</b></td></tr></table>")

    def minutes(self):
        said = "".join(f"<p>{n}. Ông (bà) {self.person()}, {self.of(words.POSTS)}: {self.sentence()}</p>" for n in range(1, 7))
        return f"{self.head('BB')}<h1>BIÊN BẢN</h1><p class=m>{self.subject()}</p>{said}"

    def page(self, kind):
        wide = kind in ("register", "tasks", "statistics", "budget", "documents") and self.rng.random() < 0.5
        size, leading = self.number(11, 15), self.of(("1.15", "1.3", "1.45"))
        style = f"font-family:'{self.of(FACES)}','Tinos';font-size:{size if not wide else min(size, 12)}pt;line-height:{leading}"
        return f'<section class="{"land" if wide else "port"}" style="{style}">{getattr(self, kind)()}</section>'
