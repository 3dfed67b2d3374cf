package io.duly.correspondence.template;

import java.util.List;
import java.util.Locale;

/** What a registered collector tells a private person in Germany with the first demand (§ 13a RDG). */
final class AgencyParticulars implements StatutoryLetter {

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.forAnother() && occasion.kind() == Kind.FIRST_REMINDER && StatutoryLetter.isPersonIn("DE", occasion);
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    var sender = occasion.sender();
    if (sender.address().isEmpty()) {
      throw new CannotRender("§ 13a (1) no. 1 RDG: the address of " + Plain.name(sender.name()) + " must be named; set it with ./duly creditor branding --address.");
    }
    if (hasCharge(occasion, "interest")) {
      throw new CannotRender("§ 13a (1) no. 3 RDG: base, rate and period of the interest must be named in the first demand, which Duly cannot write; demand it later.");
    }
    return List.of(
        LawWords.paragraph(
            forms, "de.rdg", Plain.name(sender.name()), String.join(", ", sender.address().stream().map(Plain::name).toList()), costs(occasion, forms), authority(occasion)));
  }

  /** @throws CannotRender where the footer names none */
  private static String authority(Occasion occasion) {
    return occasion.sender().footer().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("aufsicht"))
        .map(line -> Plain.name(line).replaceFirst("(?i)^(zuständige )?aufsichtsbehörde\\s*:\\s*", ""))
        .findFirst()
        .orElseThrow(() -> new CannotRender("§ 13a (1) no. 8 RDG: name the supervisory authority (“Aufsichtsbehörde: …”) in the footer; ./duly creditor branding --footer."));
  }

  private static String costs(Occasion occasion, Forms forms) {
    var costs = occasion.owed().stream().flatMap(one -> one.charges().stream()).toList();
    if (costs.isEmpty()) {
      return LawWords.say(forms, "de.rdg.no-costs");
    }
    return LawWords.say(
        forms, "de.rdg.costs", String.join("; ", costs.stream().map(one -> forms.money(one.open()) + " (" + Plain.name(one.basis()) + ")").toList()));
  }

  private static boolean hasCharge(Occasion occasion, String kind) {
    return occasion.owed().stream().flatMap(one -> one.charges().stream()).anyMatch(charge -> charge.kind().equals(kind));
  }
}
