"""ISO 19005-2 (PDF/A-2), level B, as rules over one PDF, read with pikepdf; ISO 19005-3 for the files that it carries.

Written from the standard and not from what makes our PDFs. `broken(path)` returns the part that the file claims (None where it
claims none) and the rules that it breaks, each with its clause and the object or page.
"""
import re, struct, subprocess
import xml.etree.ElementTree as ET
import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

RDF, PDFAID = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://www.aiim.org/pdfa/ns/id/}"
DC, XMP, PDF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
# Annex A of ISO 32000-1.
OPERATORS = set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
                "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()) | {"INLINE IMAGE"}
INTENTS = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Perceptual", "/Saturation"}
BLENDS = {"/" + n for n in "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight "
          "Difference Exclusion Hue Saturation Color Luminosity".split()}
ANNOTATIONS = {"/" + n for n in "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut "
               "Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact".split()}
ACTIONS = {"/" + n for n in "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript "
           "SetState NOP".split()}
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
FILTERS = {"/" + n for n in "ASCIIHexDecode ASCII85Decode RunLengthDecode FlateDecode CCITTFaxDecode DCTDecode JBIG2Decode "
           "JPXDecode AHx A85 RL Fl CCF DCT".split()}


def entry(thing, key):
    """An entry of a dictionary or stream; None where it is missing or null."""
    try:
        return thing.get(key) if isinstance(thing, (Dictionary, Stream)) else None
    except (ValueError, TypeError):
        return None


def items(thing):
    return list(thing) if isinstance(thing, Array) else [] if thing is None else [thing]


class Reading:
    def __init__(self, path):
        self.path, self.broken, self.part = path, [], None
        with open(path, "rb") as file:
            self.bytes = file.read()
        with pikepdf.open(path) as pdf:
            self.pdf, self.root = pdf, pdf.Root
            packet = self.metadata()
            if self.part is None:
                return
            self.file()
            self.information(packet)
            self.components = self.intent()
            self.spots = {}
            self.catalogue()
            for number, page in enumerate(pdf.pages, 1):
                self.page(page.obj, f"page {number}")
            for thing in pdf.objects:
                self.walk(thing)

    def need(self, condition, clause, where, what):
        if not condition and (line := f"{clause} {where}: {what}") not in self.broken:
            self.broken.append(line)

    # 6.6: metadata

    def metadata(self):
        stream = entry(self.root, "/Metadata")
        if not isinstance(stream, Stream):
            return None
        data = stream.read_bytes()
        try:
            packet = ET.fromstring(data)
        except ET.ParseError as error:
            if b"http://www.aiim.org/pdfa/ns/id/" in data:
                self.part = 2
                self.need(False, "6.6.2", "XMP", f"is no XML ({error})")
            return None
        self.part = self.value(packet, PDFAID + "part")
        if self.part is None:
            return packet
        self.part = int(self.part) if self.part.isdigit() else 0
        # No word of the standard, but of the archives that look for the claim in the bytes.
        self.need(entry(stream, "/Filter") is None, "6.6.2", "XMP", "is compressed")
        self.need(self.part in (2, 3), "6.6.4", "XMP", f"claims part {self.part}")
        self.need(self.value(packet, PDFAID + "conformance") in ("A", "B", "U"), "6.6.4", "XMP", "names no level")
        self.need(re.match(rb'\s*<\?xpacket begin=["\'][^>]*id=["\']W5M0MpCehiHzreSzNTczkc9d["\']\s*\?>', data), "6.6.2.1", "XMP",
                  "has no header of a packet, or one with `bytes` or `encoding`")
        return packet

    def value(self, packet, name):
        for description in packet.iter(RDF + "Description"):
            if name in description.attrib:
                return description.attrib[name]
            if (found := description.find(name)) is not None:
                inner = found.find(f".//{RDF}li")
                return (found if inner is None else inner).text or ""
        return None

    def information(self, packet):
        info = entry(self.pdf.trailer, "/Info")
        if packet is None or info is None:
            return
        pairs = {"/Title": DC + "title", "/Author": DC + "creator", "/Subject": DC + "description", "/Keywords": PDF + "Keywords",
                 "/Creator": XMP + "CreatorTool", "/Producer": PDF + "Producer", "/CreationDate": XMP + "CreateDate",
                 "/ModDate": XMP + "ModifyDate"}
        for key, name in pairs.items():
            said, wanted = entry(info, key), self.value(packet, name)
            if said is None:
                continue
            said = str(said)
            if key.endswith("Date"):
                said, wanted = (re.sub(r"\D", "", text or "").ljust(18, "0")[:18] for text in (said, wanted))
            self.need(said == wanted, "6.6.3", "Info", f"{key} is {said!r}, and {wanted!r} in XMP")

    # 6.1: the file

    def file(self):
        head = re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)%([^\r\n]*)", self.bytes)
        self.need(head, "6.1.2", "file", "does not begin with %PDF-1.n")
        self.need(head and len(head[2]) >= 4 and all(b > 127 for b in head[2][:4]), "6.1.2", "file", "has no binary comment")
        self.need(re.search(rb"%%EOF(\r\n|\r|\n)?$", self.bytes), "6.1.3", "file", "has bytes behind its end")
        trailer = self.pdf.trailer
        self.need(len(items(entry(trailer, "/ID"))) == 2, "6.1.3", "trailer", "has no ID")
        self.need(entry(trailer, "/Encrypt") is None and not self.pdf.is_encrypted, "6.1.3", "trailer", "is encrypted")
        done = subprocess.run(["qpdf", "--check", self.path], capture_output=True, text=True, errors="replace")
        self.need(done.returncode == 0, "6.1", "file", "qpdf: " + " ".join((done.stdout + done.stderr).split())[-200:])
        version = str(entry(self.root, "/Version") or "/1.7")
        self.need(re.fullmatch(r"/1\.[0-7]", version), "6.1.2", "catalogue", f"is of version {version}")

    # 6.2.3: output intents

    def intent(self):
        profiles, components = set(), 0
        for one in items(entry(self.root, "/OutputIntents")):
            profile = entry(one, "/DestOutputProfile")
            self.need(entry(one, "/DestOutputProfileRef") is None, "6.2.3", "output intent", "refers to a profile elsewhere")
            if profile is not None:
                profiles.add(profile.objgen)
            if entry(one, "/S") == "/GTS_PDFA1" and isinstance(profile, Stream):
                components = self.profile(profile, "output intent", {b"prtr", b"mntr"})
        self.need(len(profiles) <= 1, "6.2.3", "output intents", "have different profiles")
        return components

    def profile(self, stream, where, classes):
        data, count = stream.read_bytes(), int(entry(stream, "/N") or 0)
        if len(data) < 132:
            self.need(False, "6.2.3", where, "has no ICC profile")
            return 0
        space = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"CMYK": 4}.get(data[16:20])
        self.need(data[36:40] == b"acsp" and data[8] in (2, 4), "6.2.3", where, "its ICC profile is of no known version")
        self.need(struct.unpack(">I", data[:4])[0] == len(data), "6.2.3", where, "its ICC profile is longer or shorter than it says")
        self.need(data[12:16] in classes, "6.2.3", where, "its ICC profile is of a wrong class")
        self.need(space == count, "6.2.4.2", where, f"its ICC profile is of {data[16:20]}, and N {count}")
        return count

    # The catalogue and what hangs from it

    def catalogue(self):
        root = self.root
        for key, clause in {"/AA": "6.5.2", "/NeedsRendering": "6.4.2", "/Requirements": "6.10"}.items():
            self.need(entry(root, key) is None, clause, "catalogue", f"has {key}")
        names = entry(root, "/Names")
        for key, clause in {"/JavaScript": "6.5.1", "/AlternatePresentations": "6.10"}.items():
            self.need(entry(names, key) is None, clause, "names", f"has {key}")
        form = entry(root, "/AcroForm")
        self.need(entry(form, "/XFA") is None, "6.4.2", "form", "is XFA")
        self.need(entry(form, "/NeedAppearances") in (None, False), "6.4.1", "form", "needs appearances")
        permissions = entry(root, "/Perms")
        keys = set(permissions.keys()) if isinstance(permissions, Dictionary) else set()
        self.need(keys <= {"/UR3", "/DocMDP"}, "6.1.12", "permissions", "has other keys than UR3 and DocMDP")
        self.layers(entry(root, "/OCProperties"))

    def layers(self, layers):
        if layers is None:
            return
        default = entry(layers, "/D")
        configurations = [default] + items(entry(layers, "/Configs"))
        names = [str(entry(one, "/Name") or "") for one in configurations]
        self.need(all(names) and len(set(names)) == len(names), "6.9", "layers", "a configuration has no name of its own")
        groups = {one.objgen for one in items(entry(layers, "/OCGs"))}
        for one in configurations:
            self.need(entry(one, "/AS") is None, "6.9", "layers", "are switched by themselves (AS)")
            order = entry(one, "/Order")
            if order is not None:
                self.need(groups <= set(self.flat(order)), "6.9", "layers", "Order lacks some")

    def flat(self, order, depth=0):
        for one in order if depth < 20 else []:
            yield from self.flat(one, depth + 1) if isinstance(one, Array) else [getattr(one, "objgen", None)]

    # Pages, and streams of operators

    def page(self, page, where):
        self.need(entry(page, "/AA") is None, "6.5.2", where, "has actions of its own")
        self.need(entry(page, "/PresSteps") is None, "6.10", where, "has steps of a presentation")
        for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            box = [float(n) for n in items(entry(page, key))]
            if len(box) == 4:
                self.need(all(3 <= abs(box[i + 2] - box[i]) <= 14400 for i in (0, 1)), "6.1.13", where, f"{key} is {box}")
        group = entry(page, "/Group")
        if not self.components:
            shows = any(isinstance(one, (Dictionary, Stream)) and self.transparent(one) for one in self.below(page))
            self.need(not shows or entry(group, "/CS") is not None, "6.2.10", where, "mixes colours in no known space")
        self.operators(page, entry(page, "/Resources"), where)
        for one in items(entry(page, "/Annots")):
            self.annotation(one, where)

    def transparent(self, one):
        return (entry(one, "/SMask") not in (None, Name("/None")) or entry(one, "/S") == "/Transparency" or
                entry(one, "/BM") not in (None, Name("/Normal"), Name("/Compatible")) or entry(one, "/SMaskInData") not in (None, 0) or
                any(entry(one, key) is not None and float(entry(one, key)) < 1 for key in ("/CA", "/ca")))

    def below(self, start):
        seen, waiting = set(), [start]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Object) and one.is_indirect:
                if one.objgen in seen:
                    continue
                seen.add(one.objgen)
            yield one
            if isinstance(one, Array):
                waiting += list(one)
            elif isinstance(one, (Dictionary, Stream)):
                waiting += [one[key] for key in one.keys() if key not in ("/Parent", "/P", "/Dest", "/A", "/Popup")]

    def operators(self, stream, resources, where):
        try:
            content = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, pikepdf.PdfParsingError, ValueError, TypeError) as error:
            return self.need(False, "6.2.2", where, f"its content cannot be read ({error})")
        depth, mode, modes = 0, 0, []
        for one in content:
            name = str(one.operator)
            self.need(name in OPERATORS, "6.2.2", where, f"unknown operator {name}")
            if name == "q":
                depth, modes = depth + 1, modes + [mode]
            if name == "Q":
                depth, mode = depth - 1, modes.pop() if modes else mode
            self.need(depth <= 28, "6.1.13", where, "more than 28 graphics states are saved")
            values = [] if name == "INLINE IMAGE" else list(one.operands)
            for value in values:
                self.limits(value, where)
            if name == "INLINE IMAGE":
                self.inline(one.iimage, resources, where)
            if name == "Tr" and values:
                mode = int(values[0])
            if name in ("Tj", "TJ", "'", '"') and mode != 3:
                self.need(self.font is None or self.is_embedded(self.font), "6.2.11.4", where, "shows a font that is not embedded")
            if name == "Tf":
                self.font = entry(entry(resources, "/Font"), str(values[0])) if values else None
                self.need(self.font is not None, "6.2.2", where, f"names the font {values[:1]}, which its resources lack")
            if name == "ri":
                self.need(str(values[0]) in INTENTS, "6.2.6", where, f"rendering intent {values[0]}")
            self.colour(name, values, resources, where)
            kind = {"Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}.get(name)
            if kind and values:
                self.need(entry(entry(resources, kind), str(values[0])) is not None, "6.2.2", where,
                          f"names {values[0]}, which its resources lack")

    font = None

    def colour(self, name, values, resources, where):
        if name in ("g", "G", "rg", "RG", "k", "K"):
            self.device({"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4}[name], resources, where)
        if name in ("cs", "CS") and values:
            self.space(values[0], resources, where)

    def device(self, components, resources, where):
        """6.2.4.3: a colour of a device's own, which needs a default space or an intent of its kind."""
        name = {1: "/DefaultGray", 3: "/DefaultRGB", 4: "/DefaultCMYK"}[components]
        if entry(entry(resources, "/ColorSpace"), name) is not None:
            return
        fits = self.components > 0 if components == 1 else self.components == components
        self.need(fits, "6.2.4.3", where, f"device colours of {components} parts, and an output intent of {self.components}")

    def space(self, space, resources, where):
        kinds = {"/DeviceGray": 1, "/G": 1, "/DeviceRGB": 3, "/RGB": 3, "/DeviceCMYK": 4, "/CMYK": 4}
        if isinstance(space, Name):
            if str(space) in kinds:
                return self.device(kinds[str(space)], resources, where)
            space = entry(entry(resources, "/ColorSpace"), str(space))
        if not isinstance(space, Array) or not len(space):
            return
        kind = str(space[0])
        if kind == "/ICCBased":
            self.profile(space[1], where, {b"scnr", b"mntr", b"prtr", b"spac"})
        if kind in ("/Indexed", "/I", "/Pattern") and len(space) > 1:
            self.space(space[1], resources, where)
        if kind in ("/Separation", "/DeviceN") and len(space) > 3:
            self.space(space[2], resources, where)
            self.need(kind == "/Separation" or len(space[1]) <= 32, "6.1.13", where, "more than 32 colorants")
            parts = [part.objgen if part.is_indirect else str(part) for part in (space[2], space[3]) if isinstance(part, Object)]
            if kind == "/Separation":
                known = self.spots.setdefault(str(space[1]), parts)
                self.need(known == parts, "6.2.4.4", where, f"{space[1]} is mixed in two ways")

    def inline(self, image, resources, where):
        entries = image.obj if isinstance(getattr(image, "obj", None), (Dictionary, Stream)) else Dictionary()
        get = lambda long, short: entry(entries, long) if entry(entries, long) is not None else entry(entries, short)
        self.need(get("/Interpolate", "/I") in (None, False), "6.2.8", where, "an inline image is interpolated")
        for name in items(get("/Filter", "/F")):
            self.need(str(name) in FILTERS, "6.1.10", where, f"an inline image with {name}")
        if get("/ImageMask", "/IM") is not True and get("/ColorSpace", "/CS") is not None:
            self.space(get("/ColorSpace", "/CS"), resources, where)

    # Annotations

    def annotation(self, one, where):
        kind, flags = str(entry(one, "/Subtype")), int(entry(one, "/F") or 0)
        self.need(kind in ANNOTATIONS and (kind != "/FileAttachment" or self.part == 3), "6.3.1", where, f"annotation {kind}")
        if kind == "/Popup":
            return
        self.need(flags & 0b100, "6.3.2", where, f"{kind} is not printed")
        self.need(not flags & 0b1_0010_0011, "6.3.2", where, f"{kind} is hidden")
        look, box = entry(one, "/AP"), [float(n) for n in items(entry(one, "/Rect"))]
        flat = len(box) == 4 and box[0] == box[2] and box[1] == box[3]
        self.need(look is not None or kind == "/Link" or flat, "6.3.3", where, f"{kind} has no appearance")
        if kind == "/Widget":
            self.need(entry(one, "/A") is None and entry(one, "/AA") is None, "6.4.1", where, "a field acts")
        if look is not None:
            self.need(set(look.keys()) <= {"/N"}, "6.3.3", where, f"{kind} has more than one appearance")
            field = entry(one, "/FT") or entry(entry(one, "/Parent"), "/FT")
            states = kind == "/Widget" and field == "/Btn"
            self.need(isinstance(entry(look, "/N"), Stream) != states, "6.3.3", where, f"{kind}: an appearance of the wrong kind")

    # Every object

    def walk(self, thing):
        for one in self.nested(thing):
            where = f"object {thing.objgen[0]}"
            self.limits(one, where)
            if isinstance(one, (Dictionary, Stream)):
                self.dictionary(one, where)
            if isinstance(one, Stream):
                self.stream(one, where)

    def nested(self, start):
        waiting = [(start, True)]
        while waiting:
            one, first = waiting.pop()
            if isinstance(one, Object) and one.is_indirect and not first:
                continue
            yield one
            if isinstance(one, Array):
                waiting += [(value, False) for value in one]
            elif isinstance(one, (Dictionary, Stream)):
                for key in one.keys():
                    waiting.append((one.get(key), False))
                    self.need(len(key.encode()) <= 128, "6.1.13", f"object {start.objgen[0]}", "a name of more than 127 bytes")

    def limits(self, value, where):
        if isinstance(value, String):
            self.need(len(bytes(value)) <= 32767, "6.1.13", where, "a string of more than 32767 bytes")
        elif isinstance(value, Name):
            self.need(len(str(value).encode()) <= 128, "6.1.13", where, "a name of more than 127 bytes")
        elif isinstance(value, int) and not isinstance(value, bool):
            self.need(-2**31 <= value < 2**31, "6.1.13", where, f"the number {value}")

    def dictionary(self, one, where):
        action = entry(one, "/S")
        if isinstance(action, Name):
            self.need(str(action) not in ACTIONS, "6.5.1", where, f"action {action}")
            self.need(action != "/Named" or str(entry(one, "/N")) in NAMED, "6.5.1", where, "a named action of another name")
        self.need(entry(one, "/FT") is None or entry(one, "/AA") is None, "6.4.1", where, "a field acts")
        if entry(one, "/Type") == "/ExtGState" or entry(one, "/TR") is not None or entry(one, "/BM") is not None:
            self.state(one, where)
        if entry(one, "/Type") == "/Font" or entry(one, "/BaseFont") is not None:
            self.fontEntries(one, where)
        if entry(one, "/EF") is not None:
            self.need(self.part == 3, "6.8", where, "carries a file")
            self.need(entry(one, "/F") is not None and entry(one, "/UF") is not None, "6.8", where, "a file without a name")
            self.need(self.part != 3 or entry(one, "/AFRelationship") is not None, "6.8", where, "a file without its relation")

    def state(self, one, where):
        self.need(entry(one, "/TR") is None, "6.2.5", where, "a transfer function")
        self.need(entry(one, "/TR2") in (None, Name("/Default")), "6.2.5", where, "a transfer function")
        self.need(entry(one, "/HTP") is None, "6.2.5", where, "HTP")
        half = entry(one, "/HT")
        if isinstance(half, (Dictionary, Stream)):
            self.need(entry(half, "/HalftoneType") in (1, 5) and entry(half, "/HalftoneName") is None, "6.2.5", where, "a halftone")
        for mode in items(entry(one, "/BM")):
            self.need(str(mode) in BLENDS, "6.2.10", where, f"blend mode {mode}")
        self.need(entry(one, "/RI") is None or str(entry(one, "/RI")) in INTENTS, "6.2.6", where, "a rendering intent")

    def stream(self, one, where):
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            self.need(entry(one, key) is None, "6.1.7.1", where, "its data lie outside the file")
        for name in items(entry(one, "/Filter")):
            self.need(str(name) in FILTERS, "6.1.7.2", where, f"filter {name}")
        kind = entry(one, "/Subtype")
        if kind == "/Image":
            self.image(one, where)
        is_form, is_tile = kind == "/Form", entry(one, "/PatternType") == 1
        if is_form or kind == "/PS":
            bad = [key for key in ("/OPI", "/PS", "/Ref") if entry(one, key) is not None]
            self.need(not bad and kind != "/PS" and entry(one, "/Subtype2") != "/PS", "6.2.9", where, "a form of PostScript or elsewhere")
        if is_form or is_tile:
            self.font = None
            self.operators(one, entry(one, "/Resources"), where)
        if entry(one, "/Type") == "/Metadata":
            try:
                ET.fromstring(one.read_bytes())
            except (ET.ParseError, pikepdf.PdfError) as error:
                self.need(False, "6.6.2.1", where, f"metadata that are no XML ({error})")

    def image(self, one, where):
        bad = [key for key in ("/Alternates", "/OPI") if entry(one, key) is not None]
        self.need(not bad, "6.2.8", where, "an image with alternates or OPI")
        self.need(entry(one, "/Interpolate") in (None, False), "6.2.8", where, "an image is interpolated")
        self.need(entry(one, "/Intent") is None or str(entry(one, "/Intent")) in INTENTS, "6.2.6", where, "a rendering intent")
        if "/JPXDecode" in map(str, items(entry(one, "/Filter"))):
            return self.jpx(one, where)
        bits = entry(one, "/BitsPerComponent")
        mask = entry(one, "/ImageMask") is True
        self.need(bits in (1, 2, 4, 8, 16) or mask and bits in (None, 1), "6.2.8", where, f"{bits} bits")
        if not mask and entry(one, "/ColorSpace") is not None:
            self.space(entry(one, "/ColorSpace"), None, where)

    def jpx(self, one, where):
        data = one.read_raw_bytes()
        self.need(data[4:8] == b"jP  ", "6.2.8.3", where, "JPEG 2000 without boxes")
        head = data.find(b"ihdr")
        count, bits = (struct.unpack(">H", data[head + 12:head + 14])[0], data[head + 14]) if head > 0 else (0, 255)
        self.need(count in (1, 2, 3, 4, 5), "6.2.8.3", where, f"JPEG 2000 of {count} channels")
        self.need(bits & 0x7F <= 37, "6.2.8.3", where, "JPEG 2000 of different depths")
        if entry(one, "/ColorSpace") is not None:
            return self.space(entry(one, "/ColorSpace"), None, where)
        place = data.find(b"colr")
        method, number = (data[place + 4], struct.unpack(">I", data[place + 7:place + 11])[0]) if place > 0 else (0, 0)
        self.need(method in (1, 2, 3) and (method != 1 or number != 19), "6.2.8.3", where, "JPEG 2000 of an unknown colour")
        if method == 1:
            self.device(4 if number == 12 else 1 if number in (0, 17) else 3, None, where)

    # 6.2.11: fonts

    def fontEntries(self, one, where):
        kind = str(entry(one, "/Subtype"))
        known = {"/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2"}
        self.need(kind in known, "6.2.11.2", where, f"a font of kind {kind}")
        self.need(kind == "/Type3" or entry(one, "/BaseFont") is not None, "6.2.11.2", where, "a font without a name")
        if kind in ("/Type1", "/MMType1", "/TrueType") and entry(one, "/FontDescriptor") is not None:
            first, last, widths = (entry(one, key) for key in ("/FirstChar", "/LastChar", "/Widths"))
            fits = first is not None and last is not None and len(items(widths)) == int(last) - int(first) + 1
            self.need(fits, "6.2.11.2", where, "FirstChar, LastChar and Widths do not fit")
        if kind == "/CIDFontType2" and self.is_embedded(one):
            self.need(entry(one, "/CIDToGIDMap") is not None, "6.2.11.3.2", where, "no CIDToGIDMap")
        if kind == "/Type0":
            below = (items(entry(one, "/DescendantFonts")) or [None])[0]
            system, encoding = entry(below, "/CIDSystemInfo"), entry(one, "/Encoding")
            if encoding not in (Name("/Identity-H"), Name("/Identity-V")):
                theirs = entry(encoding, "/CIDSystemInfo")
                same = theirs is not None and all(str(entry(theirs, key)) == str(entry(system, key)) for key in ("/Registry", "/Ordering"))
                self.need(not isinstance(encoding, Stream) or same, "6.2.11.3.1", where, "CIDSystemInfo of font and CMap differ")
        descriptor = entry(one, "/FontDescriptor")
        programs = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if entry(descriptor, key) is not None]
        self.need(len(programs) <= 1, "6.2.11.4", where, "more than one font program")

    def is_embedded(self, font):
        kind = str(entry(font, "/Subtype"))
        if kind == "/Type3":
            return True
        if kind == "/Type0":
            below = items(entry(font, "/DescendantFonts"))
            return bool(below) and self.is_embedded(below[0])
        descriptor = entry(font, "/FontDescriptor")
        return any(entry(descriptor, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def broken(path):
    reading = Reading(path)
    return reading.part, reading.broken
