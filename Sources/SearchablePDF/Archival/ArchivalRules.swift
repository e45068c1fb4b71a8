internal import PDFSyntax

/// What ISO 19005-2 says of single objects of a document.
struct ArchivalRules {
  typealias Kind = ArchivalObstacle.Kind

  let document: PDFDocument
  /// The part of PDF/A that the original says it is, 1 to 3; nil where it claims nothing, or what is no part of part 2.
  let claimedPart: Int?
  /// How many parts a colour of the output intent has: 3 of the one that is put in where there is none.
  let components: Int
  /// What stands against a claim in the file as a whole.
  private(set) var ofFile: [Kind] = []

  var isClaimed: Bool { claimedPart != nil }

  init(_ document: PDFDocument) {
    self.document = document
    claimedPart = document.archivalClaim.flatMap { (1...3).contains($0.part) ? $0.part : nil }
    components = OutputIntent(in: document)?.components ?? 3
    let version = document[document.root, "/Version"].flatMap(document.name)
    if document.version.hasPrefix("2") || version?.hasPrefix("/2") == true { ofFile.append(.version) }
  }

  /// What stands against a claim in an object itself; `keys` are those of a dictionary or a stream.
  func kinds(against object: PDFObject, _ keys: Set<String>) -> [Kind] {
    if keys.isEmpty { return againstValue(object) }
    var kinds = Self.forbidden.filter { keys.contains($0.key) }.map(\.kind)
    kinds += againstEntries(object, keys)
    if let action = document[object, "/S"].flatMap(document.name) { kinds += against(action: action, object) }
    let kind = document[object, "/Subtype"].flatMap(document.name)
    if kind == "/PS" { kinds.append(.postScript) }
    if isFont(object, kind, keys) { kinds += against(font: object, kind) }
    if keys.contains("/Rect"), let kind { kinds += against(annotation: object, kind, keys) }
    if keys.contains("/MediaBox") { kinds += against(page: object, keys) }
    if document.isStream(object) { kinds += against(stream: object, kind, keys) }
    if keys.contains(where: { $0.utf8.count > Self.longestName }) { kinds.append(.limits) }
    return kinds
  }

  /// Keys that no dictionary may have that they are known in.
  private static let forbidden: [(key: String, kind: Kind)] = [
    ("/JS", .javaScript), ("/AA", .actions), ("/XFA", .xfa), ("/OPI", .opi), ("/Alternates", .alternates),
    ("/TR", .transfer), ("/HTP", .halftones), ("/NeedsRendering", .needsRendering), ("/Requirements", .presentation),
    ("/AlternatePresentations", .presentation), ("/PresSteps", .presentation), ("/Perms", .permissions),
  ]

  /// A name has its slash besides; a string may have 32 767 bytes (6.1.13).
  private static let longestName = 128, longestString = 32_767

  private func againstValue(_ object: PDFObject) -> [Kind] {
    if let name = document.name(object) {
      if name.utf8.count > Self.longestName { return [.limits] }
      return name == "/Crypt" ? [.encryption] : Self.colours(of: name).flatMap(against(device:)) ?? []
    }
    if let number = document.number(object) { return abs(number) > 2_147_483_648 ? [.limits] : [] }
    if let count = document.byteCount(ofString: object) { return count > Self.longestString ? [.limits] : [] }
    let items = document.items(of: object)
    switch items.first.flatMap(document.name) {
    case "/ICCBased" where items.count > 1:
      return ICCProfile(items[1], in: document)?.isSound == true ? [] : [.profiles]
    case "/Separation", "/DeviceN": return isClaimed ? [] : [.spots]
    default: return []
    }
  }

  /// How many parts a device's colours of this name have; nil for other names. Those of inline images are short.
  static func colours(of name: String) -> Int? {
    ["/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/G": 1, "/RGB": 3, "/CMYK": 4][name]
  }

  /// A device's colours need an output intent of their kind; grey is in every kind (6.2.4.3).
  func against(device parts: Int) -> [Kind] {
    parts == 1 || parts == components ? [] : parts == 4 ? [.inks] : [.colours]
  }

  private func againstEntries(_ object: PDFObject, _ keys: Set<String>) -> [Kind] {
    var kinds: [Kind] = []
    func name(_ key: String) -> String? { keys.contains(key) ? document[object, key].flatMap(document.name) : nil }
    if keys.contains("/NeedAppearances"), document[object, "/NeedAppearances"].map(document.isTrue) == true {
      kinds.append(.needAppearances)
    }
    if keys.contains("/OCProperties"), !hasSoundLayers(object) { kinds.append(.layers) }
    if keys.contains("/EF"), claimedPart != 3 || !isNamed(file: object, keys) { kinds.append(.attachments) }
    if keys.contains("/TR2"), name("/TR2") != "/Default" { kinds.append(.transfer) }
    if keys.contains("/HT"), let halftone = document[object, "/HT"], !isSound(halftone: halftone) {
      kinds.append(.halftones)
    }
    if keys.contains("/BM"), let mode = document[object, "/BM"] {
      let modes = document.isArray(mode) ? document.items(of: mode).map(document.name) : [document.name(mode)]
      if !modes.allSatisfy({ $0.map(Self.blendModes.contains) ?? false }) { kinds.append(.blending) }
    }
    if let intent = name("/RI"), !Self.renderingIntents.contains(intent) { kinds.append(.intents) }
    if keys.contains("/OPM"), document[object, "/OPM"].flatMap(document.number) == 1, !isClaimed {
      kinds.append(.overprint)
    }
    return kinds
  }

  private func isSound(halftone: PDFObject) -> Bool {
    guard let kind = document[halftone, "/HalftoneType"].flatMap(document.number) else {
      return document.name(halftone) == "/Default"
    }
    return [1, 5].contains(kind) && document[halftone, "/HalftoneName"] == nil
  }

  /// A file of PDF/A-3 says its name in both ways, what it is to the document, and of what kind it is (ISO 19005-3, 6.8).
  private func isNamed(file: PDFObject, _ keys: Set<String>) -> Bool {
    let embedded = document[file, "/EF"].flatMap { document[$0, "/F"] ?? document[$0, "/UF"] }
    return keys.isSuperset(of: ["/F", "/UF", "/AFRelationship"]) && embedded.flatMap { document[$0, "/Subtype"] } != nil
  }

  /// Layers are allowed from the second part on where each configuration has a name of its own, lists every layer and switches
  /// none by itself (6.9). Of an original that claims nothing they are not looked into.
  private func hasSoundLayers(_ catalogue: PDFObject) -> Bool {
    guard let claimedPart, claimedPart >= 2, let layers = document[catalogue, "/OCProperties"],
      let usual = document[layers, "/D"]
    else { return false }
    let all = [usual] + (document[layers, "/Configs"].map(document.items) ?? [])
    let names = all.map { document[$0, "/Name"].flatMap(document.string) ?? "" }
    let groups = Set((document[layers, "/OCGs"].map(document.items) ?? []).compactMap(document.identity))
    let areListed = all.allSatisfy { one in
      document[one, "/Order"].map { groups.isSubset(of: identities(in: $0)) } ?? true
    }
    return Set(names).count == all.count && !names.contains("") && areListed
      && !all.contains { document[$0, "/AS"] != nil }
  }

  private func identities(in order: PDFObject, depth: Int = 0) -> Set<Int> {
    guard depth < 20 else { return [] }
    return document.items(of: order).reduce(into: []) { found, one in
      if document.isArray(one) { found.formUnion(identities(in: one, depth: depth + 1)) }
      if let id = document.identity(of: one) { found.insert(id) }
    }
  }

  static let renderingIntents: Set<String> = [
    "/AbsoluteColorimetric", "/RelativeColorimetric", "/Perceptual", "/Saturation",
  ]
  private static let blendModes: Set<String> = [
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
  ]
}
