"""Random documents with exact gold: the measuring room. `choices` draws, `issuers` and `words` fill, `paper` prints and notes the gold."""
