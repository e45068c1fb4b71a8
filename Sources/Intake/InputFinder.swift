public import DocumentModel
internal import Foundation

/// Turns what the user named into inputs.
public struct InputFinder: Sendable {
  /// A path that cannot be an input, and why.
  public struct Rejection: Sendable, Hashable {
    public var path: String
    public var failure: Failure
  }

  private let excluded: String?
  private let names: @Sendable (String) throws -> [String]

  /// - Parameter excluded: a folder that is not looked into, such as the run's own output.
  public init(excluding excluded: String? = nil) {
    self.init(excluding: excluded) { try FileManager.default.contentsOfDirectory(atPath: $0) }
  }

  /// Asks something other than the disk for the names in a folder.
  init(excluding excluded: String? = nil, names: @escaping @Sendable (String) throws -> [String]) {
    self.excluded = excluded.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    self.names = names
  }

  /// What there is below some paths, in order.
  public struct Found: Sendable {
    public var inputs: [Input] = []
    public var rejections: [Rejection] = []
    /// Files below a folder whose names promise a document that Sohoa does not read, links, and results of earlier runs.
    public var passedOver: [PassedOver] = []
  }

  /// What below a folder was not taken, and why.
  public struct PassedOver: Sendable, Hashable {
    public enum Reason: Sendable, CaseIterable { case kind, link, result }

    public var path: String
    public var reason: Reason
  }

  /// Every input below the paths, in the order given and then in natural order, each with a name of its own; and the
  /// paths that cannot be inputs. Below a folder, files whose names promise another kind are passed over, links are not
  /// followed, and images that are the only files of a folder are the pages of one document.
  public func inputs(at paths: [String]) -> (inputs: [Input], rejections: [Rejection]) {
    let found = search(paths)
    return (found.inputs, found.rejections)
  }

  /// As `inputs(at:)`, with what was passed over.
  public func search(_ paths: [String]) -> Found {
    var found = Found()
    for path in paths {
      do throws(Failure) {
        try find(at: path, into: &found)
      } catch {
        found.rejections.append(Rejection(path: path, failure: error))
      }
    }
    // A file that is named twice, or named and found below a folder, is one input.
    // By bytes: to a file system, names that differ in composition only are two.
    var seen: Set<[UInt8]> = []
    let inputs = found.inputs.filter { seen.insert(Array(standardized($0.path).utf8)).inserted }
    found.inputs = OutputNames.assigned(to: inputs)
    return found
  }

  private func find(at path: String, into found: inout Found) throws(Failure) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(.cannotOpenInput, .noSuchFile(path))
    }
    if isDirectory.boolValue {
      let before = (found.inputs.count, found.rejections.count)
      if standardized(path) == excluded { throw Failure(.badInput, .inputIsOutput(path)) }
      try findInFolder(path, into: &found)
      if before == (found.inputs.count, found.rejections.count) { throw Failure(.badInput, .nothingToProcess(path)) }
      return
    }
    // Opening a pipe would wait for a writer, reading a device might never end.
    guard isRegularFile(path) else { throw Failure(.cannotOpenInput, .notAFile(path)) }
    found.inputs.append(try file(at: path))
  }

  private func standardized(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// Follows links.
  private func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private func file(at path: String) throws(Failure) -> Input {
    let kind = FileKind(startingWith: try ReadOnlyFile.start(of: path))
    switch kind {
    case .pdf: return Input(path: path, kind: .pdf, name: "")
    case .text where [.pdf, .image].contains(Promise(path)): throw Failure(.badInput, .textNamedOtherwise(path))
    case .text: return Input(path: path, kind: .text, name: "")
    case .tiff, .png, .jpeg: return Input(path: path, kind: .images([path]), name: "")
    case .empty: throw Failure(.badInput, .emptyFile(path))
    case .html, .zip, .word, .richText, .postScript, .mail, .binary:
      throw Failure(.badInput, .unsupportedKind(path, kind))
    }
  }

  /// Refuses a file of a kind that holds no plain text: taken as text, a PDF is thousands of meaningless lines. A file
  /// that cannot be read passes; whoever reads it next says so.
  ///
  /// - Throws: `badInput` for a PDF, an image, an archive or a Word file.
  public static func refuseUnlessText(_ path: String) throws(Failure) {
    let start: [UInt8]
    do throws(Failure) {
      start = try ReadOnlyFile.start(of: path)
    } catch {
      if error.message.code == Message.notAFile(path).code, !isPipe(path) { throw error }
      return
    }
    let kind = FileKind(startingWith: start)
    if ![.text, .html, .mail, .empty, .binary].contains(kind) { throw Failure(.badInput, .notAText(path)) }
  }

  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private func findInFolder(_ path: String, into found: inout Found) throws(Failure) {
    if standardized(path) == excluded { return }
    let (files, folders, links, unreachable) = try entries(of: path)
    for name in unreachable { nameUnreachable(name, into: &found) }
    found.passedOver += links.filter { Promise($0) != nil || OtherDocument.isNamed($0) }.map {
      PassedOver(path: $0, reason: .link)
    }
    addInputs(of: files, in: path, to: &found)
    let isOutput = ResultFolders.lie(in: path)
    for folder in folders {
      if isOutput, ResultFolders.isOne(folder) {
        found.passedOver.append(PassedOver(path: folder, reason: .result))
        continue
      }
      // A folder that may not be looked into becomes a rejection; its neighbours are searched all the same.
      do throws(Failure) {
        try findInFolder(folder, into: &found)
      } catch {
        found.rejections.append(Rejection(path: folder, failure: error))
      }
    }
  }

  /// The files of a folder as inputs. Where images are the only files, they are the pages of one input.
  private func addInputs(of files: [String], in folder: String, to found: inout Found) {
    var images: [String] = []
    var inputs: [Input] = []
    for file in files {
      let kind = try? FileKind(startingWith: ReadOnlyFile.start(of: file))
      let promised = Promise(file)
      if kind?.isImage == true || promised == .image {
        // A damaged image stays in the list, so that it counts as a missing page in its place.
        images.append(file)
      } else if kind == .pdf || kind == .text && promised == .text {
        inputs.append(Input(path: file, kind: kind == .pdf ? .pdf : .text, name: ""))
      } else if promised != nil {
        do throws(Failure) {
          inputs.append(try self.file(at: file))
        } catch {
          found.rejections.append(Rejection(path: file, failure: error))
        }
      } else if OtherDocument.isNamed(file) {
        found.passedOver.append(PassedOver(path: file, reason: .kind))
      }
    }
    if inputs.isEmpty, images.count > 1 {
      inputs = [Input(path: folder, kind: .images(images), name: "")]
    } else {
      inputs += images.map { Input(path: $0, kind: .images([$0]), name: "") }
      inputs.sort { naturallyPrecedes($0.path, $1.path) }
    }
    found.inputs += inputs
  }

  /// What a file's name says that it is; nil for a name that promises no kind that Sohoa reads.
  private enum Promise {
    case pdf, image, text

    init?(_ path: String) {
      switch URL(fileURLWithPath: path).pathExtension.lowercased() {
      case "pdf": self = .pdf
      case "tif", "tiff", "png", "jpg", "jpeg": self = .image
      case "txt": self = .text
      default: return nil
      }
    }
  }

  /// Kinds that hold documents and that Sohoa cannot read. A person who has such files in a folder of scans is told.
  private enum OtherDocument {
    private static let endings: Set<String> = [
      "doc", "docx", "rtf", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "htm", "html", "xps", "djvu", "bmp", "gif",
      "webp", "heic", "jp2", "zip", "rar", "7z", "eml", "msg", "ps", "eps",
    ]

    static func isNamed(_ path: String) -> Bool {
      endings.contains(URL(fileURLWithPath: path).pathExtension.lowercased())
    }
  }

  /// A name that is no UTF-8, as disks of old systems have them: no path of ours can hold it. The system puts signs of
  /// replacement for what it cannot decode.
  private func isNoText(_ name: String) -> Bool { name.unicodeScalars.contains("\u{FFFD}") }

  /// Names what a path cannot: a file or folder that is there and cannot be opened under the name as it was listed.
  private func nameUnreachable(_ path: String, into found: inout Found) {
    let ending = URL(fileURLWithPath: path).pathExtension
    if Promise(path) != nil || ending.isEmpty {
      found.rejections.append(Rejection(path: path, failure: Failure(.cannotOpenInput, .nameIsNoText(path))))
    } else if OtherDocument.isNamed(path) {
      found.passedOver.append(PassedOver(path: path, reason: .kind))
    }
  }

  /// The plain files, folders and links in a folder, in natural order; hidden ones are left out.
  private func entries(
    of path: String
  ) throws(Failure) -> (files: [String], folders: [String], links: [String], unreachable: [String]) {
    do {
      let names = try self.names(path).filter { !$0.hasPrefix(".") }
      var files: [String] = [], folders: [String] = [], links: [String] = [], unreachable: [String] = []
      for name in names.sorted(by: naturallyPrecedes) {
        let full = path.hasSuffix("/") ? path + name : path + "/" + name
        // Nil for a file that is gone again, or whose name is not UTF-8: the other files are still taken.
        let type = try? FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType
        if type == .typeRegular { files.append(full) }
        if type == .typeDirectory { folders.append(full) }
        if type == .typeSymbolicLink { links.append(full) }
        if type == nil, isNoText(name) { unreachable.append(full) }
      }
      return (files, folders, links, unreachable)
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
