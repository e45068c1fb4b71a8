internal import DocumentModel
internal import Export

/// Keys of one part of the site.
private struct KeyGroup {
  var name: String
  /// Addresses that it works at; empty for everywhere.
  var paths: [String]
  var keys: [(keys: String, meaning: String)]
}

extension Visit {
  /// What `?` shows: the keys that work on this page first, then those that work everywhere.
  var keyHelp: HTML {
    let groups = keyGroups.filter { group in
      group.paths.isEmpty
        || group.paths.contains { ask.path.hasPrefix($0) && ($0 != "/documents" || ask.path != "/documents") }
    }
    let tables = groups.map { group -> HTML in
      let rows = group.keys.map { keys, meaning -> HTML in
        let shown = keys.split(separator: " ").map { "<kbd>\($0)</kbd> " as HTML }
        return "<tr><th scope=\"row\">\(shown)</th><td>\(meaning)</td></tr>"
      }
      return "<h2>\(group.name)</h2><table>\(rows)</table>"
    }
    return """
      <dialog id="keys" aria-label="\(text("Phím tắt", "Keys"))"><form method="dialog"><div class="split"><h1>\(text("Phím tắt", "Keys"))</h1><button aria-label="\(text("Đóng", "Close"))">✕ <kbd>Esc</kbd></button></div></form>\(tables)</dialog>
      """
  }

  private var keyGroups: [KeyGroup] {
    [
      KeyGroup(
        name: text("Rà soát từng chỗ", "Review one by one"), paths: ["/review"],
        keys: [
          ("Enter", text("đúng; ô trống thì mở để gõ", "right; an empty one opens to be typed")),
          ("Tab → ←", text("phương án khác", "another alternative")),
          ("1 … 9", text("chọn phương án", "that alternative")),
          ("E", text("sửa", "edit")), ("G", text("sửa mọi chỗ giống", "all the same")), ("S", text("để sau", "skip")),
          ("X", text("không đọc được", "illegible")), ("U", text("hoàn tác", "undo")),
          ("+ − 0", text("phóng to, thu nhỏ, về chỗ cũ", "nearer, further, back")),
        ]),
      KeyGroup(
        name: text("Lưới đầu văn bản", "Grid of heads"), paths: ["/heads"],
        keys: [
          (
            "Enter",
            text(
              "đúng, hoặc lấy giá trị xám; sang ô nghi ngờ sau, hết ô thì ghi",
              "right, or take the grey value; on to the next doubt, then keep")
          ),
          ("Tab", text("bỏ qua ô, vẫn chờ rà soát", "leave the field open")),
          ("- Enter", text("trên giấy không có", "not on the paper")),
          ("Alt+↑ Alt+↓", text("hàng trên, hàng dưới", "row above, below")), ("Alt+U", text("hoàn tác", "undo")),
        ]),
      KeyGroup(
        name: text("Trang văn bản", "A document's page"), paths: ["/documents"],
        keys: [
          ("[ ]", text("trang trước, trang sau", "previous, next page")),
          ("+ − 0", text("phóng to, thu nhỏ, vừa khổ", "nearer, further, fit")),
          ("R", text("xoay ảnh", "rotate the picture")),
          ("B", text("khung mọi chữ", "boxes of all words")),
          ("Tab", text("chữ nghi ngờ sau", "next doubtful word")),
          ("Enter", text("chữ này đúng", "this word is right")),
          ("1 … 9", text("phương án", "alternative")), ("E", text("sửa", "edit")), ("U", text("hoàn tác", "undo")),
        ]),
      KeyGroup(
        name: text("Mọi trang", "Everywhere"), paths: [],
        keys: [
          ("/", text("tìm", "search")), ("?", text("bảng phím này", "these keys")),
          ("Tab Shift+Tab", text("mục sau, mục trước", "next, previous control")),
        ]),
    ]
  }
}
