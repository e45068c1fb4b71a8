/// Page images that were asked for lately, or soon will be. Memory is bounded, and no more than two are made at a time
/// however many are asked for.
actor ImageCache {
  private static let mostBytes = 96 << 20
  private static let mostWorkers = 2
  /// Pictures that are drawn ahead, in number; the wishes of many people push out the oldest ones.
  private static let mostWishes = 40

  /// Small pictures, in number; one has 3 KB.
  private static let mostSmall = 4000

  private var smalls: [ScanPlace: [UInt8]] = [:]
  private var images: [ScanPlace: [UInt8]] = [:]
  /// The longest unused first.
  private var order: [ScanPlace] = []
  private var bytes = 0
  private var making: [ScanPlace: Task<[UInt8], any Error>] = [:]
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  /// To be drawn when nothing else is to do, the first first.
  private var wishes: [ScanPlace] = []
  private var isGranting = false
  /// Readings whose pictures were wished for lately, the oldest first.
  private var foreseen: [Int64] = []
  /// As many as have room: a picture has half a megabyte.
  private static let mostForeseen = 150

  func image(of place: ScanPlace, from source: any PageImages) async throws -> [UInt8] {
    if let image = images[place] {
      touch(place)
      return image
    }
    if let task = making[place] { return try await task.value }
    let task = Task {
      await self.begin()
      defer { self.end() }
      return try await source.image(of: place)
    }
    making[place] = task
    defer { making[place] = nil }
    let image = try await task.value
    keep(image, place)
    return image
  }

  /// The picture a finger wide. It is made of the large one, which is kept by that.
  func small(of place: ScanPlace, from source: any PageImages) async throws -> [UInt8] {
    if let image = smalls[place] { return image }
    let large = try await image(of: place, from: source)
    // Away from this actor: pictures that are there already need not wait for it.
    let image = try await Task.detached { try source.small(large) }.value
    if smalls.count >= Self.mostSmall { smalls.removeAll() }
    smalls[place] = image
    return image
  }

  /// Those of these readings that were not asked about lately: to find the place of one is to unpack its page.
  func unforeseen(_ readings: [Int64]) -> [Int64] {
    let new = readings.filter { !foreseen.contains($0) }
    foreseen = (foreseen + new).suffix(Self.mostForeseen)
    return new
  }

  /// Draws what somebody is about to look at, one at a time, while nothing that was asked for waits. One that fails is
  /// left: whoever asks for it is told why.
  func drawAhead(_ places: [ScanPlace], from source: any PageImages) {
    let new = places.filter { images[$0] == nil && making[$0] == nil }
    wishes = Array((new + wishes.filter { !new.contains($0) }).prefix(Self.mostWishes))
    guard !isGranting, !wishes.isEmpty else { return }
    isGranting = true
    Task {
      while let place = self.nextWish() { _ = try? await self.image(of: place, from: source) }
    }
  }

  private func nextWish() -> ScanPlace? {
    while !wishes.isEmpty {
      let place = wishes.removeFirst()
      if images[place] == nil, making[place] == nil { return place }
    }
    isGranting = false
    return nil
  }

  private func begin() async {
    if running >= Self.mostWorkers {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      running += 1
    }
  }

  private func end() {
    // The place goes to the next one that waits.
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }

  private func keep(_ image: [UInt8], _ place: ScanPlace) {
    guard image.count <= Self.mostBytes / 4, images[place] == nil else { return }
    images[place] = image
    order.append(place)
    bytes += image.count
    while bytes > Self.mostBytes, let oldest = order.first {
      order.removeFirst()
      bytes -= images.removeValue(forKey: oldest)?.count ?? 0
    }
  }

  private func touch(_ place: ScanPlace) {
    guard let index = order.firstIndex(of: place) else { return }
    order.append(order.remove(at: index))
  }
}
