public import ArgumentParser
import DocumentModel
import Foundation
public import Restoration

extension Noise: ExpressibleByArgument {}
extension RestorationSettings.TonePlacement: ExpressibleByArgument {}

/// Restores a text line for line, as a Unix filter.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Phục hồi dấu và chữ của văn bản tiếng Việt, từng dòng một.")

  @Argument(help: "Tệp văn bản; “-” hoặc bỏ trống là đầu vào chuẩn.")
  var file = "-"
  @Option(help: "Loại nhiễu: automatic, stripped, english, vietnamese, clean.")
  var noise: Noise = .automatic
  @Option(help: "Thư mục chứa mô hình.")
  var models: String?

  func run() throws {
    let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: file))
    let model = try RestorationModel(contentsOf: (models ?? "dictionaries") + "/" + RestorationModel.fileName)
    let text = String(decoding: data, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(parsing: String($0)) }
    let restored = Restorer(model: model, settings: .init(noise: noise)).restore(lines)
    FileHandle.standardOutput.write(Data(restored.map(\.text).joined(separator: "\n").utf8))
  }
}
