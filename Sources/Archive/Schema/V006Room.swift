extension Migrations {
  /// What an archive of a million pages takes less time and room with. Records are packed from here on (`PackedRecord`),
  /// which older programs cannot read.
  static let v006Room = """
    -- The names of all who issued a document, as they are compared: few beside the documents. None is taken out.
    CREATE TABLE issuer (plain TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT INTO issuer SELECT DISTINCT plainIssuer FROM document;
    CREATE TRIGGER issuer_of_added AFTER INSERT ON document BEGIN
      INSERT INTO issuer SELECT NEW.plainIssuer WHERE NOT EXISTS (SELECT 1 FROM issuer WHERE plain = NEW.plainIssuer);
    END;
    CREATE TRIGGER issuer_of_changed AFTER UPDATE OF plainIssuer ON document BEGIN
      INSERT INTO issuer SELECT NEW.plainIssuer WHERE NOT EXISTS (SELECT 1 FROM issuer WHERE plain = NEW.plainIssuer);
    END;
    CREATE INDEX document_on_issuer ON document(plainIssuer, date, type, place);
    -- All that counting open tasks asks.
    DROP INDEX task_open_on_due;
    CREATE INDEX task_open_on_due ON task(due, status, withdrawn) WHERE status IN ('open', 'doing') AND withdrawn = 0;
    -- What these two give, the keys of their tables give as well.
    DROP INDEX task_on_documentId;
    DROP INDEX document_on_inputSha256;
    -- As much as one transaction of an import puts into an index is written at once.
    INSERT INTO documentSearch(documentSearch, rank) VALUES ('hashsize', 16777216);
    INSERT INTO taskSearch(taskSearch, rank) VALUES ('hashsize', 16777216);
    INSERT INTO pageSearch(pageSearch, rank) VALUES ('hashsize', 16777216);
    """
}
