extension Migrations {
  /// How many tasks each day has, so that what is overdue is counted by days and not by tasks; and what counting the inputs
  /// asks.
  static let v007Days = """
    -- `day` is '' for tasks without one. Tasks that were withdrawn are not counted.
    CREATE TABLE taskDay (
      day TEXT NOT NULL, isOpen INTEGER NOT NULL, tasks INTEGER NOT NULL, PRIMARY KEY (day, isOpen)
    ) WITHOUT ROWID;
    INSERT INTO taskDay \(TaskDays.counted);
    CREATE INDEX input_on_counts ON input(pages, doubtfulWords);
    """
}
