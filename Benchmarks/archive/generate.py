#!/usr/bin/env python3
"""Makes an archive's worth of records and its inventory, the same every time.

    generate.py FOLDER [--documents 20000] [--tasks 15] [--pages 5] [--text-words 0]

writes FOLDER/records.jsonl (for `sohoa archive add`) and FOLDER/inventory.csv (46 columns, for `sohoa inventory import`).
With --text-words every page gets a text of that many words for full-text search.
"""
import argparse, csv, hashlib, json, os, random

SYLLABLES = (
    "số hóa tài liệu lưu trữ hồ sơ công việc chuyển đổi cơ sở dữ liệu quản lý nhà nước ủy ban nhân dân xã phường tỉnh "
    "kế hoạch triển khai thực hiện báo cáo kết quả định kỳ hằng tháng quý năm phối hợp chủ trì đơn vị liên quan đường "
    "dương giao thông xây dựng nông thôn mới giáo dục y tế văn phòng đảng bộ chi bộ cán bộ công chức viên chức đào tạo "
    "tập huấn kỹ năng an toàn thông tin mạng hạ tầng kinh phí ngân sách dự toán thanh quyết toán giám sát kiểm tra đánh "
    "giá thi đua khen thưởng kỷ luật tuyên truyền phổ biến pháp luật hướng dẫn ban hành quy chế quy định thủ tục hành "
    "chính một cửa dịch vụ công trực tuyến người dân doanh nghiệp hợp tác đầu tư phát triển kinh tế xã hội quốc phòng "
    "an ninh trật tự môi trường đất đai nhà ở quy hoạch đô thị thủy lợi phòng chống thiên tai dịch bệnh bảo hiểm lao "
    "động việc làm giảm nghèo bền vững bình đẳng giới trẻ em gia đình văn hóa thể thao du lịch").split()
TYPES = ["KH", "KH", "KH", "TTr", "BC", "QĐ", "TB", "CV", "HD"]
NAMES = {"KH": "Kế hoạch", "TTr": "Tờ trình", "BC": "Báo cáo", "QĐ": "Quyết định", "TB": "Thông báo", "CV": "Công văn",
         "HD": "Hướng dẫn"}


def words(random, count):
    return " ".join(random.choices(SYLLABLES, k=count))


def day(random, first, last):
    return f"{random.randint(first, last)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def body(name, identity, place):
    return {"id": identity, "canonical": f"{name} {place}", "level": "xã", "place": place, "generic": False,
            "spellings": [name]}


def evidence(random, page):
    return {"confidence": round(random.uniform(0.6, 1), 2), "provenance": {
        "page": page, "line": random.randint(1, 60), "box": {
            "x": 300, "y": random.randint(200, 3000), "width": 1800, "height": 120}}}


def record(index, options):
    r = random.Random(index)
    place = f"Xã {words(r, 1).capitalize()} {index % 60}"
    units = [f"Phòng {words(r, 2)}" for _ in range(3)] + ["Văn phòng Đảng ủy", "Công an xã"]
    bodies = [body(name, f"u{hash_of(name)}@{index % 60}", place) for name in units]
    kind, issued = r.choice(TYPES), day(r, 2015, 2025)
    tasks = []
    for number in range(options.tasks):
        due = day(r, 2024, 2026) if r.random() < 0.4 else None
        page = 1 + number * options.pages // max(1, options.tasks)
        tasks.append({
            "number": str(number + 1), "path": ["III", str(number + 1)], "group": "Nhiệm vụ", "title": words(r, 5),
            "content": words(r, r.randint(20, 45)), "lead": r.sample(units, r.randint(1, 2)),
            "cooperating": r.sample(units, 1), "product": None, "page": page,
            "deadline": {"text": due and f"Trước ngày {due}", "due": due, "modes": [], "items": []},
            "evidence": {"content": evidence(r, page), "lead": evidence(r, page)}})
    symbol = f"{kind}-UBND"
    head = {"type": kind, "number": str(index % 400 + 1), "symbol": symbol, "issuer": f"Ủy ban nhân dân {place}",
            "place": place, "date": issued, "subject": f"{NAMES[kind]} {words(r, 14)}", "addressee": None,
            "signer": {"authority": None, "title": "CHỦ TỊCH", "name": f"Nguyễn Văn {words(r, 1).capitalize()}"},
            "signers": [], "recipients": [], "evidence": {}}
    cited = [("02", "KH-BCĐTW")] + [(str(r.randint(1, 400)), "KH-UBND") for _ in range(2)]
    document = {
        "pages": [1, options.pages], "document": head, "tasks": tasks, "assignments": [], "bodies": bodies,
        "references": [{"type": "KH", "number": n, "symbol": s, "date": None, "evidence": evidence(r, 1)}
                       for n, s in cited],
        "sections": [{"label": str(n), "title": words(r, 5), "level": 1, "page": 1, "line": n * 9,
                      "evidence": evidence(r, 1)} for n in range(1, 6)],
        "targets": [{"text": words(r, 15), "value": 30, "unit": "%", "comparator": ">=", "due": None,
                     "evidence": evidence(r, 1)}],
        "findings": []}
    line = {"schema": "sohoa-record/1", "documents": [document], "signatures": [], "findings": [], "source": {
        "path": f"scans/{index:06}.pdf", "sha256": hashlib.sha256(str(index).encode()).hexdigest(), "kind": "scan",
        "pages": options.pages, "doubtfulWords": r.randint(0, 40), "pageImages": [
            {"page": p + 1, "width": 2480, "height": 3508, "dpi": 300, "rotation": 0} for p in range(options.pages)]}}
    if options.text_words:
        line["texts"] = [words(r, options.text_words) for _ in range(options.pages)]
    return line


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:8]


HEADING = (
    "STT,Phông,Mục lục,Hộp số,Số và ký hiệu hồ sơ,Tiêu đề,Thời hạn bảo quản,Chế độ sử dụng,Ngôn ngữ,Ngày bắt đầu,Tháng bắt "
    "đầu,Năm bắt đầu,Ngày kết thúc,Tháng kết thúc,Năm kết thúc,Tổng số văn bản,Chú giải,Ký hiệu thông tin,Từ khóa,Số lượng "
    "tờ,Tình trạng vật lý,Mức độ tin cậy,Mã hồ sơ giấy gốc,Ghi chú,STT,Tên loại,Số,Ký hiệu,Ngày,Tháng,Năm,Cơ quan ban "
    "hành,Trích yếu,Ngôn ngữ,Số trang,Ghi chú,Ký hiệu thông tin,Từ khóa,Chế độ sử dụng,Mức độ tin cậy,Bút tích,Tình trạng "
    "vật lý,Quy trình xử lý,Tờ số,Loại tài liệu,Đường dẫn file").split(",")


def inventory_row(index, line, options, per_dossier=30):
    r = random.Random(-index - 1)
    dossier, place = divmod(index, per_dossier)
    head = line["documents"][0]["document"]
    year, month, date = head["date"].split("-")
    size = min(per_dossier, options.documents - dossier * per_dossier)
    maintenance = "Vĩnh viễn" if dossier % 3 else "10 năm"
    pages = options.pages + (1 if r.random() < 0.01 else 0)
    return [index + 1, f"P{dossier % 12 + 1:02}", 1, dossier // 10 + 1, f"{dossier + 1}", f"Hồ sơ về việc số {dossier + 1}",
            maintenance, "Công khai", "Tiếng Việt", "01", "01", 2015, 31, 12, 2025, size, "", "", "",
            size * options.pages, "Bình thường", "Số hóa", "", "", place + 1, NAMES[head["type"]], head["number"],
            head["symbol"], date, month, year, head["issuer"], head["subject"], "Tiếng Việt", pages, "", "", "",
            "Công khai", "", "", "", "", place * options.pages + 1, "", f"scans/{index:06}.pdf"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, default=20000)
    parser.add_argument("--tasks", type=int, default=15)
    parser.add_argument("--pages", type=int, default=5)
    parser.add_argument("--text-words", type=int, default=0)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    with open(f"{options.folder}/records.jsonl", "w", encoding="utf-8") as records, \
            open(f"{options.folder}/inventory.csv", "w", encoding="utf-8", newline="") as inventory:
        table = csv.writer(inventory)
        table.writerow(HEADING)
        for index in range(options.documents):
            line = record(index, options)
            records.write(json.dumps(line, ensure_ascii=False) + "\n")
            table.writerow(inventory_row(index, line, options))


if __name__ == "__main__":
    main()
