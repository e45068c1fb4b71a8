/// Name and version of this program, as they stand in the files that it writes.
public enum Program {
  public static let name = "sohoa"
  public static let version = "0.1.0"
}
