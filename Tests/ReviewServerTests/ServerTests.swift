import Foundation
import Testing

@testable import ReviewServer

/// What only a real connection shows.
@Suite(.serialized) struct ServerTests {
  private static func head(_ line: String, _ port: Int, _ more: String = "") -> String {
    "\(line) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n"
  }

  @Test func answersOnAConnection() async throws {
    let answer = try await Fixture(port: 0).serve { port -> String? in
      let wire = Wire(port: port)
      wire?.send(Self.head("GET /login", port))
      return wire?.read()
    }
    #expect(try #require(answer).hasPrefix("HTTP/1.1 200"))
  }

  @Test func refusesTwoGigabytesUnseen() async throws {
    let answer = try await Fixture(port: 0).serve { port -> String? in
      let wire = Wire(port: port)
      wire?.send(Self.head("POST /api/v1/undo", port, "Content-Length: 2147483648\r\n"))
      return wire?.read()
    }
    #expect(try #require(answer).hasPrefix("HTTP/1.1 413"))
  }

  @Test func holdsLittleOfABodyWithoutEnd() async throws {
    let before = Fixture.peak
    let answer = try await Fixture(port: 0).serve { port -> String? in
      let wire = Wire(port: port)
      wire?.send(Self.head("POST /api/v1/undo", port, "Transfer-Encoding: chunked\r\n"))
      let chunk = "10000\r\n" + String(repeating: "x", count: 1 << 16) + "\r\n"
      for _ in 0..<(1 << 15) {
        guard let wire, !wire.hasNews, wire.send(chunk) else { break }
      }
      return wire?.read()
    }
    #expect(try #require(answer).hasPrefix("HTTP/1.1 413"))
    #expect(Fixture.peak - before < 128 << 20)
  }

  @Test(arguments: ["GET /login HTTP/1.1\r\nX-A: ", "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n"])
  func closesOnWhoSendsAByteAtATime(start: String) async throws {
    let isClosed = try await Fixture(port: 0, patience: 1).serve { port -> Bool in
      let wire = Wire(port: port)
      wire?.send(start)
      for _ in 0..<600 {
        guard let wire, wire.send("x") else { return true }
        if wire.hasNews, wire.read() == nil { return true }
        usleep(100_000)
      }
      return false
    }
    #expect(isClosed)
  }

  @Test func answersAThousandAtOnce() async throws {
    Server.raiseOpenFiles()
    let statuses = try await Fixture(port: 0, adjust: { $0.mostOfOneClient = 1000 }).serve { port -> [String] in
      let wires = (0..<1000).compactMap { _ in Wire(port: port) }
      for wire in wires { wire.send(Self.head("GET /login", port)) }
      return wires.map { String(($0.read() ?? "").prefix(12)) }
    }
    #expect(statuses == Array(repeating: "HTTP/1.1 200", count: 1000))
  }

  @Test(arguments: [
    "GET /../../etc/passwd HTTP/1.1\r\nHost: evil\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 1 << 17) + "\r\n\r\n",
  ])
  func survivesWhatIsNoRequest(bytes: String) async throws {
    let (answer, after) = try await Fixture(port: 0).serve { port -> (String?, String?) in
      let wire = Wire(port: port)
      wire?.send(bytes)
      let answer = wire?.read()
      let next = Wire(port: port)
      next?.send(Self.head("GET /login", port))
      return (answer, next?.read())
    }
    #expect(answer?.hasPrefix("HTTP/1.1 4") ?? true)
    #expect(try #require(after).hasPrefix("HTTP/1.1 200"))
  }

  /// 1,200 connections of one client leave room for another's request.
  @Test func leavesRoomForOthers() async throws {
    Server.raiseOpenFiles()
    let (open, answer) = try await Fixture(port: 0).serve { port -> (Int, String?) in
      let wires = (0..<1200).compactMap { _ in Wire(port: port, from: "127.0.0.2") }
      var open = wires.count { !$0.hasNews }
      // A busy machine takes its time to turn the others away.
      for _ in 0..<300 where open > 256 {
        usleep(100_000)
        open = wires.count { !$0.hasNews }
      }
      let other = Wire(port: port)
      other?.send(Self.head("GET /login", port))
      return (open, other?.read())
    }
    #expect(open == 256)
    #expect(try #require(answer).hasPrefix("HTTP/1.1 200"))
  }

  @Test(arguments: [
    ("GET /login HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT\r\n\r\n", "HTTP/1.1 400"),
    (
      "POST /login HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
      "HTTP/1.1 501"
    ),
    ("POST /login HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 9999999\r\n\r\nname=a", "HTTP/1.1 413"),
  ])
  func sendsAwayAndCloses(start: String, status: String) async throws {
    let (answer, isClosed) = try await Fixture(port: 0).serve { port -> (String, Bool) in
      let wire = Wire(port: port)
      wire?.send(start.replacing("PORT", with: "\(port)"))
      var answer = ""
      for _ in 0..<20 {
        guard let more = wire?.read() else { return (answer, true) }
        answer += more
      }
      return (answer, false)
    }
    #expect(answer.hasPrefix(status) && answer.lowercased().contains("connection: close"))
    #expect(isClosed)
  }

  /// A client of HTTP/1.0 waits for the end of the connection; one that keeps it says so.
  @Test(arguments: [
    ("HTTP/1.0", "", true), ("HTTP/1.0", "Connection: keep-alive\r\n", false), ("HTTP/1.1", "", false),
    ("HTTP/1.1", "Connection: Close\r\n", true),
  ])
  func closesForWhoDoesNotKeepTheConnection(version: String, more: String, closes: Bool) async throws {
    let isClosed = try await Fixture(port: 0).serve { port -> Bool in
      let wire = Wire(port: port)
      wire?.send("GET /assets/site.js \(version)\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n")
      var bytes = 0
      for _ in 0..<100 {
        if wire?.hasNews == true {
          guard let part = wire?.read() else { return true }
          bytes += part.utf8.count
        } else if bytes > 20_000, !closes {
          usleep(300_000)
          return wire?.hasNews == true && wire?.read() == nil
        } else {
          usleep(50_000)
        }
      }
      return false
    }
    #expect(isClosed == closes)
  }
}
