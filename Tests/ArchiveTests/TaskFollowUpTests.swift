import Archive
import DocumentModel
import Testing

private func works() throws -> InputRecord {
  func task(_ number: String, _ lead: [String], _ due: String?) throws -> TaskRecord {
    TaskRecord(
      number: number, path: ["II", number], group: nil, content: "Nội dung \(number)", lead: lead,
      cooperating: ["Công an xã"], deadline: Deadline(text: due, due: try due.map(day)), page: 1)
  }
  let tasks = try [
    task("1", ["Văn phòng Đảng ủy"], "2025-06-30"), task("2", ["Phòng Kinh tế"], "2025-12-31"),
    task("3", ["Văn phòng Đảng ủy", "Phòng Kinh tế"], nil), task("4", ["Công an xã"], "2025-07-15"),
  ]
  let head = DocumentHeader(type: "KH", number: "05", symbol: "KH-UBND")
  return record(hash: "w", [DocumentRecord(pages: [1, 3], document: head, tasks: tasks)])
}

@Suite struct TaskFollowUpTests {
  private func numbers(_ archive: Archive, _ change: (inout TaskQuery) throws -> Void) throws -> [String] {
    var query = TaskQuery(today: try day("2025-08-01"))
    try change(&query)
    return try archive.tasks(query).entries.map(\.number)
  }

  @Test func tasksAreFoundByWhatIsAsked() throws {
    try withArchive { archive, _ in
      try archive.keep(try works())
      let found = try [
        numbers(archive) { _ in }, numbers(archive) { $0.lead = "van phong" }, numbers(archive) { $0.isOverdue = true },
        numbers(archive) { $0.dueBefore = try day("2025-07-15") }, numbers(archive) { $0.lead = "công an" },
        numbers(archive) { $0.body = "cong an" }, numbers(archive) { $0.filter.type = "TTr" },
        numbers(archive) { $0.limit = 2 },
      ]
      #expect(
        found == [
          ["1", "4", "2", "3"], ["1", "3"], ["1", "4"], ["1"], ["4"], ["1", "4", "2", "3"], [], ["1", "4"],
        ])
    }
  }

  /// What is overdue is counted by days, which follow everything that happens to tasks.
  @Test func daysCountWhatTasksAre() throws {
    try withArchive { archive, _ in
      func overdue() throws -> [Int] {
        let query = TaskQuery(today: try day("2025-08-01"), isOverdue: true)
        var open = query
        open.statuses = [.open, .doing]
        let list = try archive.tasks(query)
        return [list.count, list.entries.count, try archive.tasks(open).count, try archive.status().tasksWithDay]
      }
      #expect(try overdue() == [0, 0, 0, 0])
      try archive.keep(try works())
      #expect(try overdue() == [2, 2, 2, 3])
      let first = try #require(try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries.first)
      try archive.update(tasks: [first.id], TaskUpdate(status: .done, note: "Xong", who: "An", at: 1_750_000_000))
      #expect(try overdue() == [1, 1, 1, 3])
      try archive.update(tasks: [first.id], TaskUpdate(status: .doing, note: nil, who: "An", at: 1_750_000_001))
      #expect(try overdue() == [2, 2, 2, 3])
      var again = try works()
      again.documents[0].tasks.removeLast()
      try archive.keep(again)
      #expect(try overdue() == [1, 1, 1, 2])
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func groupsCountEveryTask() throws {
    try withArchive { archive, _ in
      try archive.keep(try works())
      let query = TaskQuery(today: try day("2025-08-01"))
      let leads = try archive.taskGroups(query, by: .lead)
      #expect(leads.map(\.name) == ["Phòng Kinh tế", "Văn phòng Đảng ủy", "Công an xã"])
      #expect(leads.map(\.overdue) == [0, 1, 1])
      let months = try archive.taskGroups(query, by: .month)
      #expect(months.map(\.name) == ["2025-06", "2025-07", "2025-12", ""])
    }
  }

  @Test func aChangeIsKeptThroughANewReading() throws {
    try withArchive { archive, _ in
      try archive.keep(try works())
      let before = try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries
      let first = try #require(before.first)
      try archive.update(tasks: [first.id], TaskUpdate(status: .done, note: "Xong", who: "An", at: 1_750_000_000))
      var again = try works()
      again.documents[0].tasks.reverse()
      again.documents[0].tasks.removeAll { $0.number == "2" }
      try archive.keep(again)
      let after = try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries
      #expect(after.map(\.number) == ["1", "4", "3"])
      #expect(after.first?.id == first.id)
      #expect(after.first?.status == .done)
      #expect(after.first?.isOverdue == false)
      let history = try archive.history(ofTask: first.id)
      #expect(history.map(\.field) == ["status", "note"])
      #expect(history.map(\.before) == ["open", nil])
      #expect(history.map(\.who) == ["An", "An"])
    }
  }

  @Test func aTaskWorkedOnIsWithdrawnNotLost() throws {
    try withArchive { archive, _ in
      try archive.keep(try works())
      let task = try #require(try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries.first)
      try archive.update(tasks: [task.id], TaskUpdate(note: "Đã gọi", who: "An", at: 1))
      var again = try works()
      again.documents[0].tasks.removeFirst()
      try archive.keep(again)
      #expect(try archive.tasks(TaskQuery(today: try day("2025-08-01"))).count == 3)
      #expect(try archive.history(ofTask: task.id).count == 1)
      try archive.keep(try works())
      let back = try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries.first
      #expect(back?.id == task.id)
      #expect(back?.note == "Đã gọi")
    }
  }

  @Test func anUnknownTaskChangesNothing() throws {
    try withArchive { archive, _ in
      try archive.keep(try works())
      let known = try #require(try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries.first)
      let failure = #expect(throws: Failure.self) {
        try archive.update(tasks: [known.id, 999], TaskUpdate(status: .done, who: "An", at: 1))
      }
      #expect(failure?.message.code == "no-such-task")
      #expect(try archive.tasks(TaskQuery(today: try day("2025-08-01"))).entries.first?.status == .open)
    }
  }
}
