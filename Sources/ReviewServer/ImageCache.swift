internal import DocumentModel

/// Page images that were asked for lately, or soon will be. Memory is bounded, and no more than two are made at a time
/// however many are asked for; a large page is made alone.
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
  /// Why a picture could not be made, and until when that is told without another try.
  private var failed: [ScanPlace: (why: any Error, until: ContinuousClock.Instant)] = [:]
  private static let mostFailed = 500
  /// Short enough for who puts a file back and looks again.
  private static let failureLife = Duration.seconds(20)
  private var running = 0
  private var waiting: [(share: Int, turn: CheckedContinuation<Void, Never>)] = []
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
    if let known = failed[place], known.until > .now { throw known.why }
    let task = Task {
      let share = Self.share(of: place)
      await self.begin(share)
      defer { self.end(share) }
      return try await source.image(of: place)
    }
    making[place] = task
    defer { making[place] = nil }
    do {
      let image = try await task.value
      keep(image, place)
      return image
    } catch {
      if failed.count >= Self.mostFailed { failed = [:] }
      failed[place] = (error, .now + Self.failureLife)
      throw error
    }
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

  /// A page of more pixels is made alone: A3 at 400 dpi has 31 million, and some kinds of files are decoded whole.
  private static let mostBeside = 20_000_000

  /// How many of the workers' places a picture takes.
  private static func share(of place: ScanPlace) -> Int {
    guard let size = place.size else { return 1 }
    return size.width * size.height > mostBeside ? mostWorkers : 1
  }

  private func begin(_ share: Int) async {
    if waiting.isEmpty, running + share <= Self.mostWorkers {
      running += share
    } else {
      await withCheckedContinuation { waiting.append((share, $0)) }
    }
  }

  private func end(_ share: Int) {
    running -= share
    // In the order in which they came, so that a large one does not wait for ever.
    while let next = waiting.first, running + next.share <= Self.mostWorkers {
      running += next.share
      waiting.removeFirst().turn.resume()
    }
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
