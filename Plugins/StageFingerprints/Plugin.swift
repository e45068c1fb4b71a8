import Foundation
import PackagePlugin

/// Writes what every stage is made of into the program at each build: nobody has to raise the version of a stage whose
/// code was changed. `scripts/fingerprint-stages` says which sources make a stage.
@main struct StageFingerprintsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let script = context.package.directoryURL.appending(path: "scripts/fingerprint-stages")
    let result = context.pluginWorkDirectoryURL.appending(path: "StageFingerprints+Build.swift")
    let sources = context.package.targets.compactMap { $0 as? any SourceModuleTarget }.filter { $0.kind == .generic }
      .flatMap { $0.sourceFiles.map(\.url) }
    return [
      .buildCommand(
        displayName: "What the stages are made of", executable: script, arguments: [result.path()],
        inputFiles: [script] + sources, outputFiles: [result])
    ]
  }
}
