/// Figures in the text format of Prometheus (version 0.0.4), for whatever watches a run or the site.
public struct PrometheusText: Sendable {
  public enum Kind: String, Sendable { case gauge, counter, histogram }

  /// One number of a metric.
  public struct Sample: Sendable {
    /// Follows the metric's name; only the parts of a histogram have one: `_bucket`, `_sum`, `_count`.
    var suffix: String
    /// As between the braces: `outcome="done"`; empty where the metric has one sample only.
    var labels: String
    var value: String

    public init(_ value: some BinaryInteger, labels: String = "", suffix: String = "") {
      (self.value, self.labels, self.suffix) = (String(value), labels, suffix)
    }

    /// A whole number is written without a decimal point.
    public init(_ value: Double, labels: String = "", suffix: String = "") {
      (self.value, self.labels, self.suffix) = (Int(exactly: value).map(String.init) ?? String(value), labels, suffix)
    }
  }

  public private(set) var text = ""

  public init() {}

  /// Adds a metric with what it means, in English, and its samples.
  public mutating func add(_ name: String, _ help: String, kind: Kind = .gauge, _ samples: [Sample]) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    for sample in samples {
      let labels = sample.labels.isEmpty ? "" : "{\(sample.labels)}"
      text += "\(name)\(sample.suffix)\(labels) \(sample.value)\n"
    }
  }
}
