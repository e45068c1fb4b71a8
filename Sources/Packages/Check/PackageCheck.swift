internal import DocumentModel
internal import Foundation

/// Looks a package through, this program's or another's, from both METS files down to the pages of its PDFs.
///
/// Nothing that a package holds can end the program: files are read within limits, XML without entities, and no network is
/// used. Whether certificates are valid is not judged.
public struct PackageCheck: Sendable {
  private let rules: PackageRules

  public init(rules: PackageRules) { self.rules = rules }

  /// What is found in a ZIP file, or in the root folder of a package. `progress` is called with the bytes that were hashed,
  /// after each file.
  public func check(path: String, progress: @escaping (Int) -> Void = { _ in }) -> PackageFindings {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return cannotOpen(path) }
    let source: (any PackageSource)? = isFolder.boolValue ? FolderSource(path: path) : ZipSource(path: path)
    guard let source else { return cannotOpen(path) }
    let inspection = PackageInspection(source, rules: rules, progress: progress)
    inspection.run()
    return inspection.result
  }

  private func cannotOpen(_ path: String) -> PackageFindings {
    var findings = PackageFindings()
    findings.findings.append(PackageFinding(.error, .cannotOpenPackage(path)))
    return findings
  }
}
