package io.duly.correspondence.template;

import io.duly.wording.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What who collects for another tells every debtor in France (art. R. 124-4 CPCE): who collects and that it is amicable, for
 * whom, what on which basis, and paragraphs 2 and 3 of art. L. 111-8.
 */
final class FrenchCollector implements StatutoryLetter {

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.forAnother() && StatutoryLetter.isIn("FR", occasion);
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    var sender = occasion.sender();
    if (sender.address().isEmpty()) {
      throw new CannotRender("Art. R. 124-4 CPCE: the address of " + Plain.name(sender.name()) + " must be named; set it with ./duly creditor branding --address.");
    }
    var collector =
        sender.footer().stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains("recouvrement amiable"))
            .findFirst()
            .orElseThrow(() -> new CannotRender("Art. R. 124-4 CPCE: say in the footer who collects, at which address, and that it is “recouvrement amiable”; ./duly creditor branding --footer."));
    return List.of(
        LawWords.paragraph(forms, "fr.collector", Plain.name(collector), Plain.name(sender.name()), String.join(", ", sender.address().stream().map(Plain::name).toList())),
        new Piece.Notice(Phrases.of(forms.language()).say("notice.fr")));
  }

  @Override
  public Set<String> quoted() {
    return Arrays.stream(Language.values()).map(language -> Phrases.of(language).say("notice.fr")).collect(Collectors.toSet());
  }
}
