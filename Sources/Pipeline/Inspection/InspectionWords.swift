public import DocumentModel

// What the table and the contact sheet call things.

extension PageQuality.Grade {
  public func name(in language: Language) -> String {
    switch self {
    case .good: language == .vi ? "tốt" : "good"
    case .fair: language == .vi ? "trung bình" : "fair"
    case .poor: language == .vi ? "kém" : "poor"
    }
  }
}

extension InspectedInput.Kind {
  public func name(in language: Language) -> String {
    switch self {
    case .scan: language == .vi ? "bản quét" : "scan"
    case .bornDigital: language == .vi ? "bản điện tử" : "born-digital"
    case .mixed: language == .vi ? "hỗn hợp" : "mixed"
    case .text: language == .vi ? "văn bản" : "text"
    }
  }
}

extension PageQuality.Flaw {
  /// With the figure that was measured, where one says more than the name.
  public func name(in language: Language, of measures: PictureMeasures?) -> String {
    let name = plainName(in: language)
    guard let measures, let figure = figure(measures, language) else { return name }
    return "\(name) (\(figure))"
  }

  private func plainName(in language: Language) -> String {
    let isVietnamese = language == .vi
    return switch self {
    case .lowResolution: isVietnamese ? "độ phân giải thấp" : "low resolution"
    case .lowContrast: isVietnamese ? "tương phản thấp" : "low contrast"
    case .blur: isVietnamese ? "chữ nhòe" : "blurred"
    case .skew: isVietnamese ? "nghiêng" : "skewed"
    case .specks: isVietnamese ? "lấm chấm" : "specks"
    case .blackBorder: isVietnamese ? "viền đen" : "black border"
    case .bleedThrough: isVietnamese ? "hằn chữ mặt sau" : "bleed-through"
    case .cutOffText: isVietnamese ? "mất chữ ở mép" : "text cut off"
    }
  }

  private func figure(_ measures: PictureMeasures, _ language: Language) -> String? {
    switch self {
    case .lowResolution: "\(measures.dpi) dpi"
    case .skew: language.oneDecimal(measures.skew) + "°"
    case .blackBorder: "\(Int((measures.border * 100).rounded())) %"
    case .lowContrast, .blur, .specks, .bleedThrough, .cutOffText: nil
    }
  }
}
