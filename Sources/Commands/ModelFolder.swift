internal import DocumentModel
enum ModelFolder { static func locate(_ explicit: String?) throws(Failure) -> String { explicit ?? "dictionaries" } }
