package io.duly.einvoice.rules;

import io.duly.einvoice.model.Problem;
import io.duly.einvoice.xml.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.lib.Feature;
import org.springframework.stereotype.Component;

/**
 * Checks documents by the rules they say they follow. The rules are compiled when the first document needs them, which takes
 * seconds, and kept; a check takes milliseconds.
 */
@Component
public final class Rulebook {
  /** Beyond so many elements a check takes too long; the sums are checked all the same. */
  private static final int MOST_ELEMENTS = 150_000;

  private final Map<RuleSet, XsltExecutable> compiled = new EnumMap<>(RuleSet.class);
  private final Sentences sentences = Sentences.shipped();

  /** What the rules find, each rule and place once. */
  public List<Problem> check(Element root) {
    var sets = RuleSet.of(root);
    if (sets.isEmpty()) {
      return notRun(root, RuleSet.specification(root));
    }
    var everything = root.everything();
    if (everything.size() > MOST_ELEMENTS) {
      return List.of(Problem.told("too-large-for-rules", "The invoice is too large for the rules of EN 16931 to be run (" + everything.size() + " elements); only its sums were checked."));
    }
    boolean lenient = RuleSet.isMore(RuleSet.specification(root));
    return Superfluous.together(sets.stream().flatMap(set -> run(set, root).stream()).map(one -> lenient ? lenient(one) : one).distinct().toList());
  }

  private static List<Problem> notRun(Element root, Optional<String> specification) {
    if (RuleSet.isLess(specification)) {
      return List.of(Problem.told("profile-without-lines", "The data has no lines (profile " + specification.orElse("") + "), so the rules for invoices cannot be run. Send at least the profile EN 16931."));
    }
    boolean other = RuleSet.isOther(specification) && !root.name().equals("FatturaElettronica");
    return other
        ? List.of(Problem.told("other-specification", "The document follows \u201c" + specification.orElse("") + "\u201d, for which there are no rules here: only its sums, days and numbers were checked."))
        : List.of();
  }

  private static Problem lenient(Problem one) {
    return new Problem(one.code(), false, one.row(), one.where(), one.message());
  }

  private List<Problem> run(RuleSet set, Element root) {
    try {
      var executable = compiled(set);
      var found = new XdmDestination();
      var transformer = executable.load30();
      transformer.setErrorReporter(_ -> {});
      var document = document(executable.getProcessor(), root);
      transformer.setGlobalContextItem(document);
      transformer.applyTemplates(document, found);
      return problems(found.getXdmNode(), root);
    } catch (SaxonApiException broken) {
      return List.of(Problem.told("rules-not-run", "The rules of EN 16931 could not be run on this document: " + broken.getMessage()));
    }
  }

  private static XdmNode document(Processor processor, Element root) throws SaxonApiException {
    var builder = processor.newDocumentBuilder().newBuildingContentHandler();
    new Written(builder).write(root);
    return builder.getDocumentNode();
  }

  private synchronized XsltExecutable compiled(RuleSet set) {
    return compiled.computeIfAbsent(set, this::compile);
  }

  private XsltExecutable compile(RuleSet set) {
    var processor = compiled.values().stream().findFirst().map(XsltExecutable::getProcessor).orElseGet(Rulebook::processor);
    try (var in = Objects.requireNonNull(Rulebook.class.getClassLoader().getResourceAsStream(set.resource()), set.resource())) {
      var compiler = processor.newXsltCompiler();
      compiler.setErrorReporter(_ -> {});
      return compiler.compile(new StreamSource(in, set.resource()));
    } catch (SaxonApiException | IOException broken) {
      throw new IllegalStateException("The rules " + set.resource() + " cannot be compiled", broken);
    }
  }

  /** Nothing is fetched and no Java is called, whatever a style sheet says. */
  private static Processor processor() {
    var processor = new Processor(false);
    processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
    return processor;
  }

  private List<Problem> problems(XdmNode report, Element root) {
    var found = new ArrayList<Problem>();
    report.select(Svrl.ASSERTIONS).forEach(item -> found.add(Svrl.problem(item, root, sentences)));
    return found;
  }
}
