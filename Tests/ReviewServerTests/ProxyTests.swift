import Testing

@testable import ReviewServer

/// Whose word is taken for who asks.
@Suite struct ProxyTests {
  static let clients: [(peer: String, forwarded: String?, client: String)] = [
    ("203.0.113.9", "1.2.3.4", "203.0.113.9"), ("127.0.0.1", "1.2.3.4", "1.2.3.4"),
    ("127.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"), ("127.0.0.1", "6.6.6.6, 1.2.3.4, 10.1.2.3", "1.2.3.4"),
    ("10.9.9.9", "10.1.2.3, 10.4.5.6", "10.1.2.3"), ("127.0.0.1", "6.6.6.6, unknown", "127.0.0.1"),
    ("127.0.0.1", "1.2.3.4:5000", "1.2.3.4"), ("::ffff:127.0.0.1", "[2001:db8::1]:80", "2001:db8::1"),
    ("127.0.0.1", nil, "127.0.0.1"), ("?", "1.2.3.4", "?"),
  ]

  @Test(arguments: clients) func knowsTheClient(peer: String, forwarded: String?, client: String) throws {
    let ranges = try ["127.0.0.1", "10.0.0.0/8"].map { try #require(AddressRange($0)) }
    var ask = Ask(.get, "/", address: peer)
    ask.headers["x-forwarded-for"] = forwarded
    #expect(TrustedProxies(ranges: ranges).resolved(ask).address == client)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.168.4.0/22", "192.168.7.255", true),
    ("192.168.4.0/22", "192.168.8.0", false), ("0.0.0.0/0", "8.8.8.8", true), ("fd00::/8", "fd12::1", true),
    ("::1", "::1", true), ("::1", "::2", false), ("fd00::/8", "10.0.0.1", false),
  ])
  func rangesHoldAddresses(range: String, address: String, holds: Bool) throws {
    let known = try #require(NetworkAddress(address))
    #expect(try #require(AddressRange(range)).contains(known) == holds)
  }

  @Test(arguments: ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "a/8", "10.0.0.0/8/8", "::/129", "kho.tinh.vn"])
  func refusesWhatIsNoRange(text: String) { #expect(AddressRange(text) == nil) }

  /// The cookie is for TLS only where a proxy that is believed says so.
  @Test(arguments: [(nil, true, false), ("http", true, false), ("https", true, true), ("https", false, false)])
  func keepsItsCookieToItself(proto: String?, isTrusted: Bool, isSecure: Bool) async throws {
    var headers = ["host": "127.0.0.1:8080"]
    headers["x-forwarded-proto"] = proto
    let fixture = try Fixture(adjust: {
      if isTrusted, let range = AddressRange("127.0.0.1") { $0.trustedProxies = [range] }
    })
    let answer = await fixture.site.answer(Ask(.get, "/", headers: headers))
    let cookie = try #require(answer[header: "Set-Cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(cookie.hasSuffix("; Secure") == isSecure)
  }

  /// The host that a proxy was asked for is checked as any other; of two hosts, neither counts.
  @Test(arguments: [
    ("kho.test", "127.0.0.1", 200), ("evil.test", "127.0.0.1", 421), ("kho.test", "203.0.113.9", 421),
  ])
  func knowsTheHost(forwarded: String, peer: String, status: Int) async throws {
    let fixture = try Fixture(adjust: { if let range = AddressRange("127.0.0.1") { $0.trustedProxies = [range] } })
    let headers = ["host": "noi-bo:9000", "x-forwarded-host": forwarded]
    #expect(await fixture.site.answer(Ask(.get, "/", headers: headers, address: peer)).status == status)
    let two = ["host": "127.0.0.1:8080, kho.test"]
    #expect(await fixture.site.answer(Ask(.get, "/", headers: two, address: peer)).status == 400)
  }

  @Test func boundsRequestsOfOneClient() {
    let crowd = Crowd(most: 2)
    #expect(crowd.enter("a") && crowd.enter("a") && !crowd.enter("a") && crowd.enter("b"))
    crowd.leave("a")
    #expect(crowd.enter("a"))
    #expect(NetworkAddress.client("2001:db8::1") == NetworkAddress.client("2001:db8::ffff"))
    #expect(NetworkAddress.client("10.0.0.1") != NetworkAddress.client("10.0.0.2"))
  }
}
