/// Which shard each input goes to.
///
/// The heaviest first, each to the shard that has least: no shard then has more than an even share and one input. Equal
/// bytes go to one shard, where the second is read from what was kept of the first.
struct ShardBalance {
  struct Item {
    var sha256: String
    var weight: Int
  }

  let shards: Int

  /// The shard of every item, counted from 1. The same items give the same shards, in whatever order they come.
  func assigned(_ items: [Item]) -> [Int] {
    let groups = Dictionary(grouping: items.indices) { items[$0].sha256 }
    let weights = groups.mapValues { indices in indices.reduce(0) { $0 + items[$1].weight } }
    let order = weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var result = [Int](repeating: 1, count: items.count)
    var loads = LeastLoad(count: shards)
    for (sha256, weight) in order {
      let shard = loads.add(weight) + 1
      for index in groups[sha256] ?? [] { result[index] = shard }
    }
    return result
  }

  /// What an input costs, roughly: 50 kB of text take as long as a small page that was scanned, and opening an input has a
  /// price of its own.
  static func weight(of entry: ManifestEntry) -> Int { entry.bytes + 50_000 }
}

/// The shards by the weight that they have been given: a heap with the lightest, and of equal ones the first, on top.
private struct LeastLoad {
  private var heap: [(load: Int, shard: Int)]

  init(count: Int) { heap = (0..<count).map { (0, $0) } }

  /// Gives the weight to the lightest shard, and says which that is.
  mutating func add(_ weight: Int) -> Int {
    let shard = heap[0].shard
    heap[0].load += weight
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let child = children.min(by: { heap[$0] < heap[$1] }), heap[child] < heap[parent] else { return shard }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
