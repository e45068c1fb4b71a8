internal import GRDB

extension Migrations {
  /// What an account may do, and who changed it last; failures to sign in as one row for each name, address and hour.
  static func registerAccounts(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("review-004") { db in
      try db.execute(sql: accounts)
      try Seal.renew("user", in: db)
      try Seal.renew("audit", in: db)
    }
  }

  /// `version` goes up with every change of an account, so that the second of two who change it is told. Whoever had
  /// an account before there were parts could do everything.
  private static let accounts = """
    ALTER TABLE user ADD COLUMN part TEXT NOT NULL DEFAULT 'reviews'
      CHECK (part IN ('reads', 'reviews', 'decides', 'administers'));
    ALTER TABLE user ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE user ADD COLUMN changedAt INTEGER;
    ALTER TABLE user ADD COLUMN changedBy TEXT;
    UPDATE user SET part = 'administers';
    ALTER TABLE audit ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
    CREATE INDEX audit_on_failure ON audit(who, address, at) WHERE action = 'login-failed';
    CREATE INDEX audit_failures ON audit(id) WHERE action = 'login-failed';
    CREATE INDEX doubt_claimed ON doubt(claimedUntil) WHERE status = 'open' AND claimedUntil NOT NULL;
    CREATE INDEX audit_on_login ON audit(who, address) WHERE action = 'login';
    """
}
