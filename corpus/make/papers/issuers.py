"""Who issues a document: names as printed and written out, symbol, place, bodies, cited documents. All places are invented."""
import datetime
import random

import words

# Kind: parent, own name as printed (| parts lines), name written out, symbol's body, area, level of bodies, authority, chief, deputy.
KINDS = {
    "commune": ("", "ỦY BAN NHÂN DÂN|XÃ {P}", "Ủy ban nhân dân xã {p}", "UBND", "xã {p}", "commune", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "ward": ("THÀNH PHỐ {R}", "ỦY BAN NHÂN DÂN|PHƯỜNG {P}", "Ủy ban nhân dân phường {p}", "UBND", "phường {p}", "commune", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "province": ("", "ỦY BAN NHÂN DÂN|TỈNH {R}", "Ủy ban nhân dân tỉnh {r}", "UBND", "tỉnh {r}", "province", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "department": ("ỦY BAN NHÂN DÂN|TỈNH {R}", "SỞ CÔNG THƯƠNG", "Sở Công Thương", "SCT", "tỉnh {r}", "office", "", "GIÁM ĐỐC"),
    "branch": ("SỞ Y TẾ {R}", "CHI CỤC ATVSTP", "Chi cục ATVSTP", "ATVSTP", "tỉnh {r}", "office", "", "CHI CỤC TRƯỞNG"),
    "party": ("ĐẢNG BỘ TỈNH {R}", "ĐẢNG ỦY XÃ {P}", "Đảng ủy xã {p}", "ĐU", "xã {p}", "party", "T/M ĐẢNG ỦY", "BÍ THƯ"),
    "party-province": ("", "TỈNH ỦY {R}", "Tỉnh ủy {r}", "TU", "tỉnh {r}", "party", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
    "union": ("LIÊN ĐOÀN LAO ĐỘNG|TỈNH {R}", "CÔNG ĐOÀN XÃ {P}", "Công đoàn xã {p}", "CĐX", "xã {p}", "commune", "TM. BAN CHẤP HÀNH", "CHỦ TỊCH"),
    "youth": ("TỈNH ĐOÀN {R}", "BAN CHẤP HÀNH|ĐOÀN XÃ {P}", "Ban Chấp hành Đoàn xã {p}", "ĐTN", "xã {p}", "commune", "TM. BAN CHẤP HÀNH", "BÍ THƯ"),
    "school": ("SGDĐT {R}", "TRƯỜNG THPT {P}", "Trường THPT {p}", "THPT", "xã {p}", "school", "", "HIỆU TRƯỞNG"),
    "company": ("TỔNG CÔNG TY CẤP NƯỚC|TỈNH {R}", "CÔNG TY CỔ PHẦN|CẤP NƯỚC {P}", "Công ty Cổ phần Cấp nước {p}", "CNCP", "địa bàn {p}", "company", "", "GIÁM ĐỐC"),
    "court": ("TÒA ÁN NHÂN DÂN|TỈNH {R}", "TÒA ÁN NHÂN DÂN|KHU VỰC 3", "Tòa án nhân dân khu vực 3", "TAKV3", "khu vực 3", "office", "", "CHÁNH ÁN"),
    "council": ("", "HỘI ĐỒNG NHÂN DÂN|XÃ {P}", "Hội đồng nhân dân xã {p}", "HĐND", "xã {p}", "commune", "TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
    "joint": ("", "HỘI NÔNG DÂN XÃ {P} -|TRẠM Y TẾ XÃ {P}", "Hội Nông dân xã {p}; Trạm Y tế xã {p}", "HND-TYT", "xã {p}", "commune", "HỘI NÔNG DÂN", "CHỦ TỊCH"),
    "old": ("", "UỶ BAN NHÂN DÂN|HUYỆN {P}", "Uỷ ban nhân dân huyện {p}", "UB", "huyện {p}", "old", "T/M UBND HUYỆN {P}", "CHỦ TỊCH"),
}
DEPUTY = {"BÍ THƯ": "PHÓ BÍ THƯ", "CHÁNH ÁN": "PHÓ CHÁNH ÁN", "HIỆU TRƯỞNG": "PHÓ HIỆU TRƯỞNG", "CHI CỤC TRƯỞNG": "PHÓ CHI CỤC TRƯỞNG",
          "GIÁM ĐỐC": "PHÓ GIÁM ĐỐC", "CHỦ TỊCH": "PHÓ CHỦ TỊCH"}
CITED = (("Kế hoạch", "KH", "UBND"), ("Quyết định", "QĐ", "UBND"), ("Công văn", "CV", "VP-TH"), ("Thông báo", "TB", "VPUB"), ("Chỉ thị", "CT", "UBND"))
PARTY_CITED = (("Nghị quyết", "NQ", "TU"), ("Chương trình", "CTr", "TU"), ("Kế hoạch", "KH", "BTG"), ("Hướng dẫn", "HD", "BTCTU"))


class Issuer:
    """The world of one document: everything that is the same wherever it is mentioned."""

    def __init__(self, chosen, seed):
        self.rng = random.Random(f"{seed}/world")
        self.kind, self.chosen = chosen["issuer"], chosen
        lists = words.lists("common")
        self.place, self.region = self.rng.choice(lists["place"]), self.rng.choice(lists["province"])
        filled = [self.put(text) for text in KINDS[self.kind]]
        self.parent, self.own, self.name, self.org, self.unit, level, self.authority, self.chief = filled
        self.level, self.party = level, self.kind in ("party", "party-province", "youth")
        self.symbol = self.symbol_of(chosen["type"])
        self.number = f"{self.rng.randint(1, 9):02d}" if self.rng.random() < .3 else str(self.rng.randint(10, 2400 if level != "party" else 320))
        self.date = self.signed()
        self.town = self.region if level in ("province", "office") else self.place
        self.bodies = [self.put_names(name) for name in self.chosen_bodies()]

    def put(self, text):
        return text.replace("{P}", self.place.upper()).replace("{p}", self.place).replace("{R}", self.region.upper()).replace("{r}", self.region)

    def put_names(self, text):
        return text.replace("{unit}", self.unit).replace("{place}", self.place)

    def chosen_bodies(self):
        found = words.lists("bodies")
        return self.rng.sample(found[self.level], min(7, len(found[self.level])))

    def partners(self):
        return words.lists("bodies")["sets"]

    def symbol_of(self, kind):
        if kind == "CV":
            return f"{self.org}-{self.rng.choice(('VP', 'TH', 'NV', 'KT'))}" if not self.party else f"CV-{self.org}"
        return self.org if kind == "?" else f"{kind}-{self.org}"

    def signed(self):
        """A working day, of the years in which such papers were written."""
        year = self.rng.randint(1985, 2003) if self.kind == "old" else self.rng.randint(2021, 2026) if self.kind in ("commune", "ward") else self.rng.randint(2010, 2026)
        day = datetime.date(year, self.rng.randint(1, 12), self.rng.randint(1, 28))
        return day - datetime.timedelta(days=max(0, day.weekday() - 4))

    def values(self, topic):
        return {"topic": topic, "unit": self.unit, "issuer": self.name.split(";")[0], "party": "Đảng ủy" if self.level != "province" else "Tỉnh ủy",
                "year": self.date.year, "before": self.date.year - 1, "place": self.place, "initials": words.initials(words.person(self.rng))}

    def cited(self, rng):
        """A document issued before this one: its printed name and its gold."""
        if not self.party and self.kind != "old" and rng.random() < .25:
            return self.law(rng)
        name, kind, org = rng.choice(PARTY_CITED if self.party else CITED)
        day = self.date - datetime.timedelta(days=rng.randint(8, 700))
        number = str(rng.randint(11, 4800 if not self.party else 290))
        symbol = org if kind == "CV" else f"{kind}-{org}"
        code = f"{number}-{symbol.replace('-', '/', 1)}" if self.party else f"{number}/{symbol}"
        return f"{name} số {code}", {"type": kind, "number": number, "symbol": symbol}, day

    def law(self, rng):
        year = self.date.year - rng.randint(1, 5)
        number, day = f"{rng.randint(10, 160)}/{year}", datetime.date(year, rng.randint(1, 11), rng.randint(2, 28))
        return f"Nghị định số {number}/NĐ-CP", {"type": "NĐ", "number": number, "symbol": "NĐ-CP"}, day
