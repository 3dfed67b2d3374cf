package io.duly.bankyear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of businesses, and what banks make of them. */
final class Names {
  private static final List<String> FIRST =
      List.of("Nord", "Süd", "Rhein", "Alster", "Elbe", "Isar", "Taunus", "Harz", "Eifel", "Ostsee", "Hansa", "Delta", "Sigma", "Omega", "Nova", "Vertex",
          "Quant", "Lux", "Primo", "Metro", "Atlas", "Kron", "Berg", "Stein", "Wald", "Linden", "Birken", "Falken", "Adler", "Löwen", "Stern", "Sonnen",
          "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schäfer", "Koch", "Bauer", "Richter", "Klein", "Wolf",
          "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Lange", "Peeters", "Janssens", "Dubois", "Lefebvre", "Moreau", "Rousseau",
          "Jansen", "de Vries", "Bakker", "Visser", "Andersson", "Nielsen", "Virtanen", "Korhonen", "Rossi", "Bianchi", "Novak", "Kowalski", "Smith", "Taylor",
          "Brown", "Walker", "Harris");
  private static final List<String> SECOND =
      List.of("Bau", "Technik", "Logistik", "Handel", "Metall", "Druck", "Elektro", "Garten", "Möbel", "Textil", "Medien", "Software", "Consulting", "Immobilien",
          "Transport", "Catering", "Dental", "Optik", "Papier", "Stahl", "Holz", "Glas", "Kunststoff", "Sanitär", "Solar", "Trading", "Foods", "Systems",
          "Engineering", "Partners", "Services", "Group", "Motors", "Marine", "Pharma", "Chemie", "Werkzeug", "Maschinenbau", "Verlag", "Bäckerei");

  private final Dice dice;
  private final Profile profile;
  private final List<String> made = new ArrayList<>();

  Names(Dice dice, Profile profile) {
    this.dice = dice;
    this.profile = profile;
  }

  /** A new name; some differ from another in a word or in the legal form only. */
  String next() {
    String name;
    do {
      name = (!made.isEmpty() && dice.permille(profile.siblings()) ? sibling(dice.of(made)) : fresh()).strip();
    } while (made.contains(name));
    made.add(name);
    return name;
  }

  private String fresh() {
    return switch (dice.below(4)) {
      case 0 -> dice.of(FIRST) + dice.of(SECOND).toLowerCase(Locale.ROOT) + " " + dice.of(profile.forms());
      case 1 -> dice.of(FIRST) + " & " + dice.of(FIRST) + " " + dice.of(SECOND) + " " + dice.of(profile.forms());
      case 2 -> dice.of(FIRST) + " " + dice.of(SECOND) + " " + dice.of(SECOND) + " " + dice.of(profile.forms());
      default -> dice.of(FIRST) + " " + dice.of(SECOND) + " " + dice.of(profile.forms());
    };
  }

  private String sibling(String name) {
    var words = new ArrayList<>(List.of(name.split(" ", -1)));
    if (dice.oneIn(1, 2)) {
      words.set(words.size() - 1, dice.of(profile.forms()));
    } else {
      words.add(1, dice.of(SECOND));
    }
    return String.join(" ", words);
  }

  /** As a bank passes it on: in capitals, without umlauts, cut off, without the legal form, with the town, or as it is. */
  String asTheBankSays(String name) {
    var said = switch (dice.below(8)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.replace("ü", "ue").replace("ä", "ae").replace("ö", "oe").replace("ß", "ss").toUpperCase(Locale.ROOT);
      case 2 -> name.replaceAll(" [^ ]+$", "");
      case 3 -> name + " " + dice.of(List.of("Hamburg", "Köln", "Berlin", "Antwerpen", "Lyon"));
      case 4 -> name.replace("ü", "u").replace("ä", "a").replace("ö", "o").replace("&", "+");
      case 5 -> "Firma " + name;
      default -> name;
    };
    return said.length() > 27 && dice.oneIn(1, 4) ? said.substring(0, 27) : said;
  }

  /** Another name altogether: a holding, a trade name, the owner. */
  String unlike() {
    return fresh().strip();
  }
}
