import SampleDocuments
import Testing

@Suite struct UserProgramTests {
  /// Who owns the file can name another administrator, so that the last one may go; it is said.
  @Test func removingWhoAdministersAloneIsSaid() throws {
    let folder = try TemporaryFolder(), archive = ["--archive", folder["kho.sqlite"], "--language", "en"]
    #expect(try Program(["archive", "init", folder["kho.sqlite"]]).status == 0)
    for name in ["Lan", "Minh"] {
      #expect(try Program(["user", "add", name] + archive, input: "correct horse 1\n").status == 0)
    }
    let removed = try Program(["user", "remove", "Lan"] + archive)
    #expect(removed.status == 0 && removed.errors.contains("sohoa user part NAME administers"))
    #expect(try Program(["user", "part", "Minh", "administers"] + archive).status == 0)
    let missing = try Program(["user", "remove", "Lan"] + archive)
    #expect(missing.status == 64)
  }
}
