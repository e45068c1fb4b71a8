import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct ShardBalanceTests {
  /// Nothing is lost, and no shard has more than an even share and the heaviest input.
  @Test(arguments: [(1, 10), (2, 1), (3, 1000), (7, 50), (40, 39), (1000, 5000)])
  func sharesAreEven(_ shards: Int, _ count: Int) {
    var random = SeededGenerator(seed: UInt64(shards * 31 + count))
    let items = (0..<count).map { ShardBalance.Item(sha256: String($0), weight: Int(random.next() % 10_000) + 1) }
    let assigned = ShardBalance(shards: shards).assigned(items)
    var loads = [Int](repeating: 0, count: shards + 1)
    for (item, shard) in zip(items, assigned) { loads[shard] += item.weight }
    let heaviest = items.map(\.weight).max() ?? 0
    #expect(loads[0] == 0 && assigned.count == count)
    #expect(loads.allSatisfy { $0 <= loads.reduce(0, +) / shards + heaviest })
  }

  @Test func theOrderOfInputsDoesNotMatter() {
    var random = SeededGenerator(seed: 5)
    let items = (0..<200).map { ShardBalance.Item(sha256: String($0), weight: Int(random.next() % 50)) }
    let shuffled = items.shuffled(using: &random)
    let balance = ShardBalance(shards: 6)
    let one = Dictionary(uniqueKeysWithValues: zip(items.map(\.sha256), balance.assigned(items)))
    let other = Dictionary(uniqueKeysWithValues: zip(shuffled.map(\.sha256), balance.assigned(shuffled)))
    #expect(one == other)
  }

  @Test func equalBytesGoTogether() {
    let items = ["a", "b", "a", "c", "b", "a"].map { ShardBalance.Item(sha256: $0, weight: 10) }
    let assigned = ShardBalance(shards: 3).assigned(items)
    #expect(assigned[0] == assigned[2] && assigned[0] == assigned[5] && assigned[1] == assigned[4])
    #expect(Set(assigned).count == 3)
  }
}
