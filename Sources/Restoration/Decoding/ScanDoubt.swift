internal import DocumentModel
internal import Foundation

/// What there is to say of a word of a scan: how sure the recogniser was, what else it offered, and what the language
/// finds likely. Together they tell wrong words better than any of them alone.
struct ScanDoubt {
  /// The recogniser's own confidence, 0…1.
  var recogniser: Float
  /// How much worse, in nats, the recogniser found the next best letters or signs; nil where it offered none.
  var nearest: Float?
  /// The margin of the decision, nats.
  var margin: Float
  /// What the likeliest reading would have saved which was passed over, nats; 0 where it was taken.
  var passedOver: Float
  var hasLetters: Bool

  /// The share of words with this evidence that are right, by logistic regression over real scans and generated pages;
  /// the table "Confidence" of docs/accuracy-restoration.md says how well it holds (`scripts/measure-doubts`).
  var confidence: Confidence {
    Confidence(Double(1 / (1 + exp(score))))
  }

  /// The logarithm of the odds that the word is wrong.
  private var score: Float {
    let bounded = max(margin, Self.leastMargin)
    return Weights.base + Weights.sure * max(0, 0.97 - recogniser) + Weights.unsure * max(0, 0.93 - recogniser)
      + Weights.poor * max(0, 0.8 - max(recogniser, 0.2)) + Weights.close * max(0, 2 - bounded)
      + Weights.near * max(0, 5 - bounded) + Weights.wide * max(0, 10 - bounded)
      + Weights.passedOver * passedOver.squareRoot() + (hasLetters ? 0 : Weights.figures)
      + Weights.offered * max(0, 3 - (nearest ?? 3))
  }

  /// Below this a margin says no more, nats.
  private static let leastMargin: Float = -6

  private enum Weights {
    static let base: Float = -6.38
    /// For each unit of confidence below 0.97, below 0.93 and below 0.8.
    static let sure: Float = 27.6, unsure: Float = -14.6, poor: Float = -9.8
    /// For each nat of margin below 2, 5 and 10.
    static let close: Float = -0.46, near: Float = 0.15, wide: Float = 0.29
    static let passedOver: Float = 0.78, figures: Float = 0.94
    /// For each nat by which another reading of the recogniser is nearer than 3.
    static let offered: Float = 0.71
  }
}
