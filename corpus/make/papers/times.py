"""Times as they are printed, and what they mean.

A week's due day is its seventh, `trong vòng N ngày kể từ ngày ký` is the day of signing and N days; where readers may count otherwise
the other days stand in `also`. Working days are only counted where no public holiday can fall between."""
import calendar
import datetime
from dataclasses import dataclass, field

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
KINDS = {"days": "day day day before month", "spans": "month quarter quarter half year range", "loose": "ongoing now periodic event follow",
         "relative": "within within working week week tenth after", "mixed": "day before month quarter year ongoing periodic event range within week now"}


@dataclass
class Time:
    text: str
    due: str | None = None
    modes: list = field(default_factory=list)
    kind: str = ""
    also: list = field(default_factory=list)

    def gold(self):
        return {"text": self.text, "due": self.due, "modes": self.modes}


def end_of(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def shown(day, style):
    if style == "words":
        return f"{day.day:02d} tháng {day.month:02d} năm {day.year}" if day.month < 3 else f"{day.day:02d} tháng {day.month} năm {day.year}"
    if style == "bare":
        return f"{day.day}/{day.month}/{day.year}"
    return f"{day.day:02d}{style}{day.month:02d}{style}{day.year}"


def later(day, months):
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


class Times:
    """Draws times for a document signed on a day, which is `printed`, by `pen` or `blank`."""

    def __init__(self, signed, how, style, mix, bodies):
        self.signed, self.known, self.style, self.kinds, self.bodies = signed, how != "blank", style, KINDS[mix].split(), bodies
        self.or_none = [None] if how.startswith("pen") else []  # who cannot read the pen's day cannot count from it

    def draw(self, rng):
        return self.make(rng.choice(self.kinds), rng)

    def make(self, kind, rng):
        year, month = later(self.signed, rng.randint(1, 8))
        day = datetime.date(year, month, rng.choice((5, 10, 12, 15, 18, 20, 25, 28)))
        made = getattr(self, kind)(rng, day)
        made.kind = kind
        return made

    def day(self, rng, day):
        form = rng.choice(("{}", "Ngày {}", "Đến ngày {}", "Chậm nhất là ngày {}", "Xong trong ngày {}", "Không quá ngày {}"))
        return Time(form.format(shown(day, self.style)), day.isoformat())

    def before(self, rng, day):
        form = rng.choice(("Trước ngày {}", "Xong trước ngày {}", "Hoàn thành trước {}", "Trước 16 giờ 30 ngày {}"))
        return Time(form.format(shown(day, self.style)), day.isoformat())

    def month(self, rng, day):
        form = rng.choice(("Tháng {0}/{1}", "Trong tháng {0}/{1}", "Hết tháng {0}/{1}", "Xong trong tháng {0} năm {1}", "Cuối tháng {0}/{1}"))
        return Time(form.format(day.month, day.year), end_of(day.year, day.month).isoformat())

    def quarter(self, rng, day):
        number = (day.month + 2) // 3
        form = rng.choice(("Quý {0}/{1}", "Trong quý {0}/{1}", "Hết quý {0} năm {1}", "Cuối quý {0}/{1}", "Xong trong quý {0}/{1}"))
        return Time(form.format(ROMAN[number], day.year), end_of(day.year, number * 3).isoformat())

    def half(self, rng, day):
        if rng.random() < .5:
            return Time(f"6 tháng cuối năm {day.year}", f"{day.year}-12-31")
        return Time(f"6 tháng đầu năm {day.year + 1}", f"{day.year + 1}-06-30")

    def year(self, rng, day):
        form = rng.choice(("Năm {}", "Trong năm {}", "Đến hết năm {}", "Xong trong năm {}"))
        return Time(form.format(day.year), f"{day.year}-12-31")

    def range(self, rng, day):
        last = day + datetime.timedelta(days=rng.choice((14, 21, 45)))
        form = rng.choice(("Từ {} đến {}", "Từ ngày {} đến ngày {}", "Từ ngày {} đến hết ngày {}"))
        return Time(form.format(shown(day, self.style), shown(last, self.style)), last.isoformat())

    def within(self, rng, day):
        count = rng.choice((5, 7, 10, 15, 20, 30))
        form = rng.choice(("Trong vòng {} ngày kể từ ngày ký", "Không quá {} ngày kể từ ngày ban hành", "Sau {} ngày kể từ ngày ký"))
        due = self.signed + datetime.timedelta(days=count)
        other = due - datetime.timedelta(days=1)
        return Time(form.format(f"{count:02d}"), due.isoformat(), also=[other.isoformat(), *self.or_none]) if self.known else Time(form.format(f"{count:02d}"))

    def working(self, rng, day):
        """Only from May's second week to the middle of August is no holiday near; else plain days."""
        count = rng.choice((3, 5, 10))
        first, text = self.signed, f"Sau {count:02d} ngày làm việc kể từ ngày ký"
        if not (datetime.date(first.year, 5, 8) <= first <= datetime.date(first.year, 8, 12)):
            return self.within(rng, day)
        due = first
        while count:
            due += datetime.timedelta(days=1)
            count -= due.weekday() < 5
        return Time(text, due.isoformat(), also=self.or_none) if self.known else Time(text)

    def week(self, rng, day):
        which, name = rng.choice(((1, "thứ nhất"), (2, "thứ hai"), (3, "thứ ba")))
        text = rng.choice(("Tuần {0} của tháng {1}/{2}", "Trong tuần {0} tháng {1}/{2}")).format(name, day.month, day.year)
        days = [f"{day.year}-{day.month:02d}-{d:02d}" for d in range(7 * which - 4, 7 * which + 5)]
        return Time(text, f"{day.year}-{day.month:02d}-{7 * which:02d}", also=days)

    def tenth(self, rng, day):
        return Time(f"10 ngày đầu tháng {day.month}/{day.year}", f"{day.year}-{day.month:02d}-10")

    def after(self, rng, day):
        text = f"Sau {rng.choice((3, 5, 7)):02d} ngày kể từ khi {rng.choice(('nhận đủ hồ sơ', 'có văn bản của cấp trên', 'được giao kinh phí'))}"
        return Time(text, None, ["conditional"])

    def ongoing(self, rng, day):
        return Time(rng.choice(("Thường xuyên", "Làm thường xuyên", "Thường xuyên trong năm")), None, ["ongoing"])

    def now(self, rng, day):
        return Time(rng.choice(("Làm ngay", "Triển khai ngay")), None, ["immediate"], also=[])

    def periodic(self, rng, day):
        return Time(rng.choice(("Hằng tháng", "Hằng tuần", "Chậm nhất ngày 25 hằng tháng", "Mỗi quý một lần", "Định kỳ 6 tháng")), None, ["periodic"])

    def event(self, rng, day):
        return Time(rng.choice(("Khi có chỉ đạo", "Khi có phát sinh", "Ngay khi được giao kinh phí")), None, ["conditional"])

    def follow(self, rng, day):
        return Time(f"Theo kế hoạch của {rng.choice(self.bodies)}", None, ["conditional"])
