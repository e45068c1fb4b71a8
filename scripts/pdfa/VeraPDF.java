import java.io.File;
import java.util.*;
import java.util.logging.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.*;

/**
 * Validates PDFs with veraPDF's library: java -cp JAR VeraPDF.java PART FILE…, where PART is 2 or 3 (level B). A line a file: its
 * path, a tab, and the rules that it breaks, parted by "; ".
 */
class VeraPDF {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0] + "b");
    ValidationProfile profile = profile(flavour, "org/verapdf/pdfa/validation/PDFA-" + arguments[0] + "B.xml");
    for (String path : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      Set<String> broken = new TreeSet<>();
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
        var result = ValidatorFactory.createValidator(profile, false).validate(parser);
        for (TestAssertion one : result.getTestAssertions()) {
          if (one.getStatus() != TestAssertion.Status.FAILED) continue;
          broken.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage());
        }
      } catch (Exception problem) {
        broken.add("not read: " + problem);
      }
      System.out.println(path + "\t" + String.join("; ", broken).replaceAll("\\s+", " "));
    }
  }

  /** The profile as its XML says it; the library's own way there needs JAXB, which the package lacks. */
  private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    Element root;
    try (var stream = VeraPDF.class.getClassLoader().getResourceAsStream(name)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : all(root, "rule")) {
      Element id = all(rule, "id").get(0), error = all(rule, "error").get(0);
      rules.add(Profiles.ruleFromValues(
          Profiles.ruleIdFromValues(flavour.getPart(), id.getAttribute("clause"),
              Integer.parseInt(id.getAttribute("testNumber"))),
          rule.getAttribute("object"), rule.getAttribute("deferred").isEmpty() ? null : Boolean.valueOf(rule.getAttribute("deferred")),
          "", text(rule, "description"), text(rule, "test"),
          Profiles.errorFromValues(text(error, "message"), List.of()), List.of()));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element one : all(root, "variable")) {
      variables.add(Profiles.variableFromValues(
          one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
    }
    return Profiles.profileFromValues(
        flavour, Profiles.profileDetailsFromValues("", "", "", new Date(0)), "", rules, variables);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) elements.add((Element) found.item(index));
    return elements;
  }

  private static String text(Element parent, String name) {
    List<Element> found = all(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
