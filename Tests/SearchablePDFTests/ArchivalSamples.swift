import PDFSyntax

@testable import SearchablePDF

/// Parts of PDFs that PDF/A allows or forbids, each alone.
extension ArchivalSample {
  static let all = colours + images + states + operators + annotations + catalogues + fonts + claims

  private static let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
  private static let pixel = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"

  private static let colours: [ArchivalSample] = [
    ArchivalSample(name: "a scan"),
    ArchivalSample(name: "colours of screens", content: "1 0 0 rg 0 0 1 RG 0 0 9 9 re B"),
    ArchivalSample(name: "inks filled", kinds: [.inks], content: "0 0 0 1 k 0 0 9 9 re f"),
    ArchivalSample(name: "inks drawn", kinds: [.inks], content: "0 0 0 1 K 0 0 9 9 re S"),
    ArchivalSample(name: "a space of inks", kinds: [.inks], content: "/DeviceCMYK cs 0 0 0 1 sc 0 0 9 9 re f"),
    ArchivalSample(
      name: "inks in a form", kinds: [.inks], content: "/X Do",
      objects: ["X": (form + " /Resources << >>", Array("0 0 0 1 k 0 0 9 9 re f".utf8))]),
    ArchivalSample(
      name: "inks in a form that nobody draws", kinds: [.inks],
      objects: ["X": (form + " /Resources << >>", Array("0 0 0 1 k 0 0 9 9 re f".utf8))]),
    ArchivalSample(
      name: "inks in a pattern", kinds: [.inks],
      change: { document, page in
        let tile = document.stream(
          Array("0 0 0 1 k 0 0 9 9 re f".utf8),
          dictionary: """
            << /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >> >>
            """)
        document[document.dictionary("/Resources", of: page), "/Pattern"] = document.dictionary("<< >>", ["/P": tile])
      }),
    ArchivalSample(
      name: "inks behind a spot colour", kinds: [.spots, .inks],
      resources: """
        /ColorSpace << /S [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0 1 0] >>] >>
        """),
    ArchivalSample(name: "colours of a profile", content: "/P cs 1 0 0 sc 0 0 9 9 re f", change: profile(parts: 3)),
    ArchivalSample(name: "a profile of other colours", kinds: [.profiles], change: profile(parts: 4)),
    ArchivalSample(
      name: "a profile beside inks", kinds: [.profiles], change: profile(parts: 3, "/DeviceCMYK")),
    ArchivalSample(name: "an intent of PDFX", change: intent("GTS_PDFX", "RGB ", parts: 3)),
    ArchivalSample(name: "an intent of PDFX for inks", change: intent("GTS_PDFX", "CMYK", parts: 4)),
    ArchivalSample(
      name: "colours under a grey intent", kinds: [.colours], content: "1 0 0 rg 0 0 9 9 re f",
      change: intent("GTS_PDFA1", "GRAY", parts: 1)),
    ArchivalSample(
      name: "colours under an intent for inks", kinds: [.colours], content: "1 0 0 rg 0 0 9 9 re f",
      change: intent("GTS_PDFA1", "CMYK", parts: 4)),
    ArchivalSample(
      name: "colours under an intent that lies", content: "1 0 0 rg 0 0 9 9 re f",
      change: intent("GTS_PDFA1", "CMYK", parts: 3)),
  ]

  private static let images: [ArchivalSample] = [
    ArchivalSample(
      name: "an image of inks", kinds: [.inks], objects: ["X": (pixel + " /ColorSpace /DeviceCMYK", [0, 0, 0, 0])]),
    ArchivalSample(
      name: "a palette of inks", kinds: [.inks],
      objects: ["X": (pixel + " /ColorSpace [/Indexed /DeviceCMYK 0 <00000000>]", [0])]),
    ArchivalSample(
      name: "an image packed by LZW",
      objects: ["X": (pixel + " /ColorSpace /DeviceGray /Filter /LZWDecode", [0x80, 0x32, 0x20, 0x20])]),
    ArchivalSample(
      name: "a JPEG packed by LZW", kinds: [.lzw],
      objects: ["X": (pixel + " /ColorSpace /DeviceGray /Filter [/LZWDecode /DCTDecode]", [0x80, 0x32, 0x20, 0x20])]),
    ArchivalSample(
      name: "JBIG2",
      objects: [
        "X": (
          "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode", [0]
        )
      ]),
    ArchivalSample(
      name: "JPEG 2000", objects: ["X": (pixel + " /Filter /JPXDecode", jpeg2000(channels: 3, colours: 16))]),
    ArchivalSample(
      name: "JPEG 2000 of inks", kinds: [.inks],
      objects: ["X": (pixel + " /Filter /JPXDecode", jpeg2000(channels: 4, colours: 12))]),
    ArchivalSample(
      name: "JPEG 2000 of CIEJab", kinds: [.jpeg2000],
      objects: ["X": (pixel + " /Filter /JPXDecode", jpeg2000(channels: 3, colours: 19))]),
    ArchivalSample(
      name: "a bare stream of JPEG 2000", kinds: [.jpeg2000],
      objects: ["X": (pixel + " /Filter /JPXDecode", [0xFF, 0x4F, 0xFF, 0x51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])]),
    ArchivalSample(
      name: "an image to be smoothed", objects: ["X": (pixel + " /ColorSpace /DeviceGray /Interpolate true", [1])]),
    ArchivalSample(
      name: "an image with another", kinds: [.alternates],
      objects: ["X": (pixel + " /ColorSpace /DeviceGray /Alternates []", [1])]),
    ArchivalSample(
      name: "an image elsewhere", kinds: [.outside],
      objects: ["X": (pixel + " /ColorSpace /DeviceGray /F (a.bin)", [1])]),
    ArchivalSample(
      name: "an image of a strange intent", kinds: [.intents],
      objects: ["X": (pixel + " /ColorSpace /DeviceGray /Intent /Strange", [1])]),
    ArchivalSample(
      name: "metadata of an image", kinds: [.metadata],
      change: { document, page in
        let images = document.dictionary("/XObject", of: document.dictionary("/Resources", of: page))
        if let image = document[images, "/I"] {
          document[image, "/Metadata"] = document.stream(
            Array("<a/>".utf8), dictionary: "<< /Type /Metadata /Subtype /XML >>")
        }
      }),
    ArchivalSample(
      name: "a form elsewhere", kinds: [.outside], objects: ["X": (form + " /Resources << >> /Ref << >>", [])]),
    ArchivalSample(
      name: "a form of PostScript", kinds: [.postScript],
      objects: ["X": (form + " /Resources << >> /Subtype2 /PS", [])]),
  ]

  private static let states: [ArchivalSample] = [
    ArchivalSample(
      name: "paint that lets through", content: "/G gs 0 0 9 9 re f",
      resources: "/ExtGState << /G << /ca 0.5 /BM /Multiply >> >>", page: "/Group << /S /Transparency /CS /DeviceRGB >>"
    ),
    ArchivalSample(
      name: "paint that lets through without a group", content: "/G gs 0 0 9 9 re f",
      resources: "/ExtGState << /G << /ca 0.5 >> >>"),
    ArchivalSample(
      name: "a group of inks", kinds: [.inks], page: "/Group << /S /Transparency /CS /DeviceCMYK >>"),
    ArchivalSample(
      name: "a strange mixture", kinds: [.blending], content: "/G gs",
      resources: "/ExtGState << /G << /BM /Strange >> >>"),
    ArchivalSample(
      name: "a transfer function", kinds: [.transfer], resources: "/ExtGState << /G << /TR /Identity >> >>"),
    ArchivalSample(
      name: "another transfer function", kinds: [.transfer], resources: "/ExtGState << /G << /TR2 /Identity >> >>"),
    ArchivalSample(name: "no transfer function", resources: "/ExtGState << /G << /TR2 /Default >> >>"),
    ArchivalSample(
      name: "a halftone with a name", kinds: [.halftones],
      resources: """
        /ExtGState << /G << /HT << /HalftoneType 1 /HalftoneName (a) /Frequency 60 /Angle 0 /SpotFunction /Round >> >> >>
        """),
    ArchivalSample(
      name: "a strange intent of a state", kinds: [.intents], resources: "/ExtGState << /G << /RI /Strange >> >>"),
    ArchivalSample(
      name: "inks over inks", kinds: [.overprint], resources: "/ExtGState << /G << /OP true /OPM 1 >> >>"),
  ]

  private static let operators: [ArchivalSample] = [
    ArchivalSample(name: "a strange operator", kinds: [.operators], content: "BX 1 zz EX"),
    ArchivalSample(name: "a strange intent", kinds: [.intents], content: "/Strange ri"),
    ArchivalSample(
      name: "27 states saved", content: String(repeating: "q ", count: 27) + String(repeating: "Q ", count: 27)),
    ArchivalSample(
      name: "28 states saved and ours around them", kinds: [.depth],
      content: String(repeating: "q ", count: 28) + String(repeating: "Q ", count: 28)),
    ArchivalSample(name: "a state that is not there", kinds: [.resources], content: "/Gone gs"),
    ArchivalSample(
      name: "a form without resources", kinds: [.resources], content: "/X Do",
      objects: ["X": (form, Array("/I Do".utf8))]),
    ArchivalSample(
      name: "a long name", kinds: [.limits], content: "/\(String(repeating: "a", count: 128)) MP"),
    ArchivalSample(name: "a name of the greatest length", content: "/\(String(repeating: "a", count: 127)) MP"),
    ArchivalSample(name: "a number too large", kinds: [.limits], content: "99999999999 w"),
    ArchivalSample(name: "an image among operators", content: "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"),
    ArchivalSample(
      name: "an image of inks among operators", kinds: [.inks], content: "BI /W 1 /H 1 /BPC 8 /CS /CMYK ID xxxx EI"),
    ArchivalSample(
      name: "a palette of inks among operators", kinds: [.inks],
      content: "BI /W 1 /H 1 /BPC 8 /CS [/I /CMYK 0 <00000000>] ID x EI"),
    ArchivalSample(
      name: "a smoothed image among operators", kinds: [.interpolation],
      content: "BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI"),
    ArchivalSample(
      name: "an image of LZW among operators", kinds: [.lzw],
      content: "BI /W 1 /H 1 /BPC 8 /CS /G /F [/AHx /LZW] ID 80322020> EI"),
  ]

  private static let annotations: [ArchivalSample] = [
    ArchivalSample(name: "a box drawn", change: annotation("/Subtype /Square /F 4")),
    ArchivalSample(name: "a link", change: annotation("/Subtype /Link /F 4 /A << /S /URI /URI (https://a.vn) >>", [])),
    ArchivalSample(name: "a hidden link", kinds: [.annotations], change: annotation("/Subtype /Link /F 6", [])),
    ArchivalSample(
      name: "a box without a look", kinds: [.annotations], change: annotation("/Subtype /Square /F 4", [])),
    ArchivalSample(
      name: "a box of two looks", kinds: [.annotations], change: annotation("/Subtype /Square /F 4", ["/N", "/D"])),
    ArchivalSample(name: "a film", kinds: [.annotations], change: annotation("/Subtype /Screen /F 4")),
    ArchivalSample(name: "rich media", kinds: [.annotations], change: annotation("/Subtype /RichMedia /F 4")),
    ArchivalSample(name: "a field", change: annotation("/Subtype /Widget /F 4 /FT /Tx /T (a)")),
    ArchivalSample(
      name: "a field that leads on", kinds: [.actions],
      change: annotation("/Subtype /Widget /F 4 /FT /Tx /T (a) /A << /S /GoTo /D [0 /Fit] >>")),
    ArchivalSample(
      name: "a button of one look", kinds: [.annotations], change: annotation("/Subtype /Widget /F 4 /FT /Btn /T (a)")),
  ]

  private static let catalogues: [ArchivalSample] = [
    ArchivalSample(name: "printing when opened", kinds: [.actions], catalogue: "/OpenAction << /S /Named /N /Print >>"),
    ArchivalSample(name: "turning when opened", catalogue: "/OpenAction << /S /Named /N /LastPage >>"),
    ArchivalSample(name: "hiding when opened", kinds: [.actions], catalogue: "/OpenAction << /S /Hide /T (a) >>"),
    ArchivalSample(name: "a script", catalogue: "/OpenAction << /S /JavaScript /JS (app.alert) >>"),
    ArchivalSample(name: "a dynamic form", catalogue: "/AcroForm << /Fields [] /XFA [] >>"),
    ArchivalSample(name: "a form drawn later", kinds: [.needsRendering], catalogue: "/NeedsRendering true"),
    ArchivalSample(
      name: "fields without looks", kinds: [.needAppearances],
      catalogue: "/AcroForm << /Fields [] /NeedAppearances true >>"),
    ArchivalSample(name: "requirements", kinds: [.presentation], catalogue: "/Requirements []"),
    ArchivalSample(name: "permissions", kinds: [.permissions], catalogue: "/Perms << /Other << >> >>"),
    ArchivalSample(name: "layers", kinds: [.layers], change: layer("/Name (a)", isListed: true)),
    ArchivalSample(name: "a file", change: file("/F (a.xml) /UF (a.xml)")),
    ArchivalSample(name: "a page too large", kinds: [.size], page: "/TrimBox [0 0 15000 800]"),
    ArchivalSample(name: "a page too small", kinds: [.size], page: "/CropBox [0 0 2 2]"),
    ArchivalSample(name: "version 2 of PDF", kinds: [.version], catalogue: "/Version /2.0"),
  ]

  private static let courier = "/Subtype /Type1 /BaseFont /Courier"

  private static let fonts: [ArchivalSample] = [
    ArchivalSample(
      name: "a font", kinds: [.fonts], content: "BT /F 9 Tf (a) Tj ET",
      resources: "/Font << /F << /Type /Font \(courier) >> >>"),
    ArchivalSample(
      name: "a font that does not say so", kinds: [.fonts], content: "BT /F 9 Tf (a) Tj ET",
      resources: "/Font << /F << \(courier) >> >>"),
    ArchivalSample(name: "a font that is not there", kinds: [.resources], content: "BT /F 9 Tf ET"),
  ]

  /// Originals that say that they are PDF/A.
  private static let claims: [ArchivalSample] = [
    ArchivalSample(name: "claimed", claim: 2), ArchivalSample(name: "claimed of part 1", claim: 1),
    ArchivalSample(name: "claimed with inks", kinds: [.inks], content: "0 0 0 1 k 0 0 9 9 re f", claim: 2),
    ArchivalSample(
      name: "claimed with inks and an intent for them", content: "0 0 0 1 k 0 0 9 9 re f", claim: 2,
      change: intent("GTS_PDFA1", "CMYK", parts: 4)),
    ArchivalSample(
      name: "claimed with a font elsewhere", kinds: [.fonts], content: "BT /F 9 Tf (a) Tj ET",
      resources: "/Font << /F << /Type /Font \(courier) >> >>", claim: 2),
    ArchivalSample(
      name: "claimed with drawn letters", content: "BT /F 9 Tf (a) Tj ET", claim: 2,
      change: letters("9 0 d0 0 0 9 9 re f")),
    ArchivalSample(
      name: "claimed with letters of inks", kinds: [.inks], content: "BT /F 9 Tf (a) Tj ET", claim: 2,
      change: letters("9 0 d0 0 0 0 1 k 0 0 9 9 re f")),
    ArchivalSample(name: "claimed with layers", claim: 2, change: layer("/Name (a)", isListed: true)),
    ArchivalSample(
      name: "claimed with layers without a name", kinds: [.layers], claim: 2, change: layer("", isListed: true)),
    ArchivalSample(
      name: "claimed with layers left out", kinds: [.layers], claim: 2, change: layer("/Name (a)", isListed: false)),
    ArchivalSample(
      name: "claimed of part 1 with layers", kinds: [.layers], claim: 1, change: layer("/Name (a)", isListed: true)),
    ArchivalSample(
      name: "claimed with a file", claim: 3, change: file("/F (a.xml) /UF (a.xml) /AFRelationship /Source")),
    ArchivalSample(
      name: "claimed with a file that says little", kinds: [.attachments], claim: 3, change: file("/F (a.xml)")),
    ArchivalSample(
      name: "claimed of part 4 with a font", kinds: [.fonts], content: "BT /F 9 Tf (a) Tj ET", claim: 4,
      change: letters("9 0 d0 0 0 9 9 re f")),
  ]

  /// A font whose letter `a` is drawn by these operators.
  private static func letters(_ drawing: String) -> Change {
    { document, page in
      let font = document.parsed(
        """
        << /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97
        /Widths [9] /Encoding << /Type /Encoding /Differences [97 /a] >> /Resources << >> >>
        """)
      document[font, "/CharProcs"] = document.dictionary("<< >>", ["/a": document.stream(Array(drawing.utf8))])
      let fonts = document.dictionary("<< >>", ["/F": document.indirect(font)])
      document[document.dictionary("/Resources", of: page), "/Font"] = fonts
    }
  }
}
