internal import DocumentModel
internal import Restoration

/// Where the restoration model and the dictionaries beside it are.
enum ModelFolder {
  /// The folder of `--models` where it was given, else the first of the usual places that holds a model.
  static func locate(_ explicit: String?) throws(Failure) -> String {
    let model = try RestorationModel.locate(explicit: explicit, executable: "/proc/self/exe")
    return model.lastIndex(of: "/").map { String(model[..<$0]) } ?? "."
  }
}
