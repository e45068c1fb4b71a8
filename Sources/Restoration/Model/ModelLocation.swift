public import DocumentModel
internal import Foundation

extension RestorationModel {
  /// Finds the model file: in the folder that was asked for, else in that of `$SOHOA_MODELS`, else in `share/sohoa`
  /// beside the program, else in the `dictionaries` of the source tree around the program or the current folder.
  ///
  /// - Parameters:
  ///   - explicit: the folder of `--models`; whether it holds a model is not looked up here.
  ///   - executable: the path of the running program.
  /// - Returns: the path of the model file.
  /// - Throws: `Failure` with `missingTool` if none of the folders holds a model.
  public static func locate(explicit: String?, executable: String?) throws(Failure) -> String {
    if let explicit { return explicit + "/" + fileName }
    let environment = ProcessInfo.processInfo.environment["SOHOA_MODELS"].map { [$0] } ?? []
    let folder = executable.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path }
    let installed = folder.map { [$0 + "/../share/sohoa"] } ?? []
    let working = FileManager.default.currentDirectoryPath
    let sources = ([folder].compactMap(\.self) + [working]).flatMap { ancestors(of: $0).map { $0 + "/dictionaries" } }
    for candidate in environment + installed + sources {
      let path = candidate + "/" + fileName
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    throw Failure(.missingTool, .noModel)
  }

  /// Folders above one that are looked into.
  private static let deepest = 12

  /// A folder and those above it, the root left out.
  private static func ancestors(of folder: String) -> [String] {
    var url = URL(fileURLWithPath: folder)
    var result: [String] = []
    while url.path != "/", result.count < deepest {
      result.append(url.path)
      url.deleteLastPathComponent()
    }
    return result
  }
}

extension Message {
  static let noModel = Message(
    "no-model", vi: "Không tìm thấy mô hình phục hồi chữ; hãy chỉ thư mục bằng --models hoặc SOHOA_MODELS.",
    en: "No restoration model was found; name its folder with --models or SOHOA_MODELS.")
}
