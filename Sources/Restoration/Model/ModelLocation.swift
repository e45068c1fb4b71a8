public import DocumentModel
internal import Foundation

extension RestorationModel {
  /// Where the model file is: in the folder that was asked for, else that of `$SOHOA_MODELS`, else `share/sohoa` beside
  /// the program, else the `dictionaries` of the source tree that the program or the current folder stands in.
  ///
  /// - Parameters:
  ///   - explicit: the folder of `--models`; it is believed without being looked into.
  ///   - executable: the path of the running program.
  /// - Returns: the path of the model file.
  /// - Throws: `Failure` where none holds a model.
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

  private static func ancestors(of folder: String) -> [String] {
    var url = URL(fileURLWithPath: folder)
    var result: [String] = []
    while url.path != "/", result.count < 12 {
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
