public import DocumentModel
internal import Foundation

/// Turns what the user named into inputs.
public struct InputFinder: Sendable {
  /// A path that cannot be an input, and why.
  public struct Rejection: Sendable, Hashable {
    public var path: String
    public var failure: Failure
  }

  public init() {}

  /// Every input below the paths, in the order given and then in natural order, each with a name of its own;
  /// and the paths that are none. Below a folder, files of other kinds are passed over in silence, links are
  /// not followed, and images that stand alone in a folder are the pages of one document.
  public func inputs(at paths: [String]) -> (inputs: [Input], rejections: [Rejection]) {
    var inputs: [Input] = []
    var rejections: [Rejection] = []
    for path in paths {
      do throws(Failure) {
        inputs += try found(at: path)
      } catch {
        rejections.append(Rejection(path: path, failure: error))
      }
    }
    // A file that is named twice, or named and found below a folder, is one input.
    // By bytes: to a file system, names that differ in composition only are two.
    var seen: Set<[UInt8]> = []
    return (OutputNames.assigned(to: inputs.filter { seen.insert(Array($0.path.utf8)).inserted }), rejections)
  }

  private func found(at path: String) throws(Failure) -> [Input] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(.cannotOpenInput, .noSuchFile(path))
    }
    if isDirectory.boolValue {
      let inputs = try inFolder(path)
      if inputs.isEmpty { throw Failure(.badInput, .nothingToProcess(path)) }
      return inputs
    }
    // Opening a pipe would wait for a writer, reading a device might never end.
    guard isRegularFile(path) else { throw Failure(.cannotOpenInput, .notAFile(path)) }
    return [try file(at: path)]
  }

  /// Follows links.
  private func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private func file(at path: String) throws(Failure) -> Input {
    let kind = FileKind(startingWith: try ReadOnlyFile.start(of: path))
    switch kind {
    case .pdf: return Input(path: path, kind: .pdf, name: "")
    case .text: return Input(path: path, kind: .text, name: "")
    case .tiff, .png, .jpeg: return Input(path: path, kind: .images([path]), name: "")
    case .empty: throw Failure(.badInput, .emptyFile(path))
    case .html, .zip, .word, .binary: throw Failure(.badInput, .unsupportedKind(path, kind))
    }
  }

  private func inFolder(_ path: String) throws(Failure) -> [Input] {
    let (files, folders) = try entries(of: path)
    var images: [String] = []
    var inputs: [Input] = []
    for file in files {
      guard let kind = try? FileKind(startingWith: ReadOnlyFile.start(of: file)), kind.isSupported else { continue }
      if kind.isImage {
        images.append(file)
      } else if kind == .pdf || file.lowercased().hasSuffix(".txt") {
        inputs.append(Input(path: file, kind: kind == .pdf ? .pdf : .text, name: ""))
      }
    }
    if inputs.isEmpty, images.count > 1 {
      inputs = [Input(path: path, kind: .images(images), name: "")]
    } else {
      inputs += images.map { Input(path: $0, kind: .images([$0]), name: "") }
      inputs.sort { naturallyPrecedes($0.path, $1.path) }
    }
    for folder in folders { inputs += try inFolder(folder) }
    return inputs
  }

  /// The plain files and the folders in a folder, in natural order; hidden ones and links are left out.
  private func entries(of path: String) throws(Failure) -> (files: [String], folders: [String]) {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
      var files: [String] = [], folders: [String] = []
      for name in names.sorted(by: naturallyPrecedes) {
        let full = path.hasSuffix("/") ? path + name : path + "/" + name
        // None for a file that is gone again, or whose name is no UTF-8: the others are still there.
        let type = try? FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType
        if type == .typeRegular { files.append(full) }
        if type == .typeDirectory { folders.append(full) }
      }
      return (files, folders)
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
  }
}

/// Whether a name stands before another when runs of digits count as numbers: `page-2` before `page-10`.
func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
  var x = a[...], y = b[...]
  while let first = x.first, let second = y.first {
    if first.isASCII, second.isASCII, first.isNumber, second.isNumber {
      let left = x.prefix { $0.isNumber }.drop { $0 == "0" }, right = y.prefix { $0.isNumber }.drop { $0 == "0" }
      if left.count != right.count { return left.count < right.count }
      if left != right { return left < right }
      x = x.drop { $0.isNumber }
      y = y.drop { $0.isNumber }
    } else {
      if first != second { return first < second }
      x.removeFirst()
      y.removeFirst()
    }
  }
  return x.isEmpty && !y.isEmpty || (x.isEmpty == y.isEmpty && a < b)
}
