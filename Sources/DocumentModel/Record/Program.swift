/// What files say of the program that wrote them.
public enum Program {
  public static let name = "sohoa"
  public static let version = "0.1.0"
}
