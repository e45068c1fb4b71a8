internal import Intake
internal import Synchronization

/// An image on its way to another thread, which takes it out: whoever sends it holds it no longer, so that its bytes are
/// freed as soon as they are decoded.
final class HandedOver: Sendable {
  private let image: Mutex<EncodedImage?>

  init(_ image: consuming EncodedImage) { self.image = Mutex(image) }

  /// Nil where it was taken already.
  func take() -> EncodedImage? { image.withLock { $0.take() } }
}
