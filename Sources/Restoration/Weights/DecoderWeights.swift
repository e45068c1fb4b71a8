/// The costs and bonuses that decide between the readings of a word, in one place.
///
/// Every cost is in nats, the negative natural logarithm of a probability, and is added to what the language model
/// charges for the words. 1 nat makes a reading 2.7 times less likely, 3 nats make it 20 times less likely.
///
/// No program fits these numbers: each was chosen by trial on the texts of docs/accuracy-restoration.md. (a), (b) and
/// (c) below are rows of its first table, whose command measures the weight; after a change the command is run again
/// and the new figures are entered there. What programs do learn are the confusion tables and the language model
/// (dictionaries/training/README.md).
enum DecoderWeights {
  /// How much of the channel's cost counts beside the language model's. Measured by (b), (c).
  static let channelShare: Float = 0.7
  /// How much of a word's own frequency counts where readings are ranked before their neighbours are known. It decides
  /// only which readings are kept for the decoder. Measured by (b).
  static let frequencyShare: Float = 0.5
  /// What a reading saves that is a word of the user's own list. Held by `TermWeightTests`.
  static let userTermBonus: Float = 6

  /// Misreadings that the confusion table never saw. Measured by (b), (c).
  enum Unseen {
    /// A letter of which nothing was read.
    static let deletion: Float = 8
    /// A letter that was read as one character it was never read as.
    static let substitution: Float = 9
    /// A letter that was read as a figure or sign of its shape.
    static let lookalike: Float = 5
    /// A letter that was read as two characters.
    static let expansion: Float = 12.5
    /// A letter that was read as three characters.
    static let tripling: Float = 14.5
  }

  /// A token that is left as it was read, since it may be a word that no list knows. Measured by (b), (c).
  enum UnknownWord {
    static let base: Float = 5
    static let perCharacter: Float = 2.2
    /// A foreign word or abbreviation of the lexicon that was read letter for letter, for each of its letters.
    static let knownForeignPerLetter: Float = 0.1
    /// The most certainty, as a margin, that a token left as it was read can have: in garbled text, in text that lost
    /// its marks only, and for a document symbol with a group of letters that is in no list.
    static let garbledCeiling: Float = 2, strippedCeiling: Float = 5, symbolCeiling: Float = 3
  }

  /// Capitals and small letters that differ from those of the word. Measured by (a), (b).
  enum LetterCase {
    /// A capital in the middle of a sentence that the word does not ask for.
    static let strayCapital: Float = 3
    /// A name that was read with a small letter.
    static let lostCapital: Float = 3.5
    /// A small letter that was read as its capital, from which it differs in size only: `c`, `o`, `s` …
    static let twinCapital: Float = 3
    /// A capital inside a sentence where a sign was read, which has no case.
    static let bareStart: Float = 3
    /// A word in capitals, outside a heading, that has two letters only or was read with one capital only.
    static let loneCapital: Float = 5
    /// A word in capitals that the model has both as an abbreviation and as a syllable.
    static let syllableInCapitals: Float = 1
  }

  /// Spaces that were read inside a word, or not read between two. Measured by the tables "Words torn and glued".
  enum Space {
    /// A space inside a word of garbled text. Two lone characters cost more, since specks and signs of debris look like
    /// pairs of letters, and almost any pair can be explained as some word.
    static let tornShort: Float = 10, torn: Float = 5
    /// Fewer characters than this count as short.
    static let shortWord = 3
    /// A space inside a word of text that lost its marks only.
    static let tornStripped: Float = 9
    /// A space between two words that was not read, in garbled text.
    static let glued: Float = 3
    /// The same in text that lost its marks only. It is negative since the cost of an unknown word, which the glued
    /// letters would be otherwise, is taken off it.
    static let gluedStripped: Float = -5
    /// No space between a number and the word after it: `11thang`.
    static let afterNumber: Float = 3
    /// No sign between two groups of letters of a document symbol that are in no list as one.
    static let gluedSymbolParts: Float = 2
  }

  /// Signs and digits that were read in place of a letter or beside it. Measured by (b).
  enum Sign {
    /// A number of up to three digits with a 6 or a 0 that is read as a word: `s6`, `60`.
    static let numberAsWord: Float = 2
    /// Another number of up to three digits that is read as a word: `14`, `131`.
    static let rareNumberAsWord: Float = 4
    /// Letters of the shape of figures that are the number of a document symbol: `Ol-KH`.
    static let lettersAsNumber: Float = 1
    /// A word of which one character was read, and each letter of it that was not.
    static let lostRest: Float = 6, perLostLetter: Float = 0.4
    /// The most certainty that a word read for a number can have, as a margin.
    static let numberCeiling: Float = 1
    /// A sign or figure in a word that is dust; a letter that was read where there is none.
    static let dust: Float = 3, extraLetter: Float = 3.5
    /// The last character of a word is a double quotation mark; a question mark, which may be the hook of `ả`; another
    /// quotation mark, which may be the horn of `ơ`.
    static let doubleQuote: Float = 0.5, hook: Float = 3, quote: Float = 5
  }

  /// What the recogniser's other readings of a word are worth. Chosen on rendered pages of held-out text; the sentence
  /// "On scans the recogniser tells …" of docs/accuracy-restoration.md has the figures with other values. Measured by
  /// (c).
  enum Recogniser {
    /// A reading that the recogniser offered beside the one it chose.
    static let offered: Float = 1
    /// What such a reading costs more for each nat by which the recogniser found it less likely (`Alternative.behind`).
    static let perNatBehind: Float = 2
    /// What every other reading costs more, since the recogniser looked at the print and did not offer it.
    static let notOffered: Float = 3
  }

  /// What the neighbours on both sides of a word say, on the second pass. Measured by (a), (b); the table "A model of
  /// sentences" of docs/accuracy-restoration.md has other values.
  enum Sentence {
    /// How much of the neighbours' cost counts beside the language model's.
    static let share: Float = 0.5
  }

  /// What a document says of its own words, on the second pass. Without it seed 002 reaches 0.993 instead of 0.9946
  /// (a).
  enum Document {
    /// The share of probability that pairs of the document get at most, and the share that its single words get.
    static let pairShare: Float = 0.1, wordShare: Float = 0.005
    /// Occurrences of a word after which pairs that begin with it get half of their share.
    static let pairPrior: Float = 4
    /// Words of a document after which its single words get half of theirs.
    static let wordPrior: Float = 100
    /// Occurrences of a letter after which the document's own misreadings count as much as the confusion table.
    static let channelPrior: Float = 6
    /// A word is evidence for the channel if no other reading comes nearer than this.
    static let sureMargin: Float = 3
    /// The margin over which that evidence falls by a factor e.
    static let sureScale: Float = 3
    /// What a reading saves that is the level of the document's own body.
    static let levelBonus: Float = 2
    /// What a reading of a document symbol saves for each logarithm of the votes for it elsewhere in the document.
    static let symbolBonus: Float = 1.5
    /// What the vote of a symbol without its number counts beside one of the whole symbol.
    static let symbolBodyVote: Float = 0.5
  }
}
