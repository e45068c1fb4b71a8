internal import DocumentModel
internal import Synchronization

/// Maps with at most `width` calls under way, keeping the order.
func mapped<Element: Sendable, Result: Sendable>(
  _ elements: [Element], width: Int, _ transform: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    var next = 0
    func start() {
      guard next < elements.count else { return }
      let index = next
      next += 1
      group.addTask { (index, await transform(elements[index])) }
    }
    for _ in 0..<max(1, width) { start() }
    for await (index, result) in group {
      results[index] = result
      start()
    }
    return results.compactMap { $0 }
  }
}

/// The value of a call, or the failure that it threw.
func outcome<Value>(_ body: () async throws(Failure) -> Value) async -> Result<Value, Failure> {
  do throws(Failure) {
    return .success(try await body())
  } catch {
    return .failure(error)
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

/// Counts from several tasks.
final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  /// Adds 1, and gives the new value.
  func increment() -> Int { count.add(1, ordering: .relaxed).newValue }
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
