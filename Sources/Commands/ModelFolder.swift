internal import DocumentModel
internal import Restoration

/// Where the restoration model and the dictionaries beside it are.
enum ModelFolder {
  /// - Parameter explicit: the folder of `--models`, where it was given.
  static func locate(_ explicit: String?) throws(Failure) -> String {
    let model = try RestorationModel.locate(explicit: explicit, executable: "/proc/self/exe")
    return model.lastIndex(of: "/").map { String(model[..<$0]) } ?? "."
  }
}
