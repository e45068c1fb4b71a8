internal import Foundation

/// Calls back when a person or a scheduler asks the program to end, once for each time it is asked.
///
/// The sources are only kept, never touched by two at a time.
final class Interruption: @unchecked Sendable {
  private let sources: [any DispatchSourceSignal]

  init(_ onSignal: @escaping @Sendable () -> Void) {
    // A terminal that is closed ends us as ever, unless `nohup` said otherwise: what was done is kept all the same.
    sources = [SIGINT, SIGTERM].map { number in
      // Left as it is, the signal would end us before anybody is asked.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: onSignal)
      source.activate()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
