import Digests
import DocumentModel
import Testing

@Suite struct DigestTests {
  /// The vectors of FIPS 180-4 for SHA-256.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownTextsHaveTheirDigest(_ text: String, _ digest: String) {
    #expect(Digest.sha256(of: Array(text.utf8)) == digest)
  }

  @Test func piecesMakeTheDigestOfTheWhole() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    for length in [1, 63, 64, 65, 999] {
      var sum = SHA256()
      for start in stride(from: 0, to: bytes.count, by: length) {
        sum.update(Array(bytes[start..<min(start + length, bytes.count)]))
      }
      let digest = sum.sum().hexadecimal
      #expect(Digest.sha256(of: bytes) == digest)
    }
  }

  @Test func aPolicyNamesWhatItAllowsInBase64() {
    #expect(Digest.base64(of: Array("abc".utf8)) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func aFileThatIsGoneHasNone() { #expect(Digest.sha256(ofFile: "no/such/file") == nil) }
}
