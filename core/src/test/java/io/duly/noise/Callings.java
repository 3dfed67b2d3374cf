package io.duly.noise;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of buyers of many countries, and what banks make of them. */
final class Callings {
  private static final String[] PROPER = {
    "Aurora", "Boréal", "Castagna", "Dünen", "Estrella", "Fjord", "Gräfe", "Halász", "Ibérica", "Jørgensen", "Kööpmann", "Łódzka", "Meridian", "Nyström", "Østfold",
    "Pirelli", "Quirin", "Řezník", "Söderberg", "Tölle", "Urban", "Vögele", "Wróbel", "Xantener", "Yilmaz", "Zürcher", "Garcia", "Fontaine", "van der Meer", "O'Brien",
    "Blaauw", "Cardoso", "Demir", "Eklund", "Ferrari", "Giraud", "Hoekstra", "Ilves", "Jäger", "Kessler", "Lindqvist", "Marchetti", "Nowak", "Olsen", "Petit"};
  private static final String[] TRADE = {
    "Spedition", "Ateliers", "Costruzioni", "Bouw", "Rakennus", "Entreprenør", "Usługi", "Servicios", "Interiors", "Kanzlei", "Apotheke", "Praxis", "Hotel", "Gastro",
    "Autohaus", "Mechanika", "Imprimerie", "Panificio", "Veevoer", "Verkstad", "Data", "Media", "Energy", "Lab", "Studio", "Print", "Clean", "Security"};
  private static final String[] FORM = {
    "GmbH", "AG", "SARL", "SAS", "S.r.l.", "S.p.A.", "B.V.", "N.V.", "Oy", "AB", "ApS", "A/S", "sp. z o.o.", "s.r.o.", "Ltd", "Limited", "PLC", "S.L.", "GmbH & Co. KG", "e.K."};

  private final Dice dice;
  private final Set<String> used = new HashSet<>();

  Callings(Dice dice) {
    this.dice = dice;
  }

  String next() {
    String name;
    do {
      name = switch (dice.upTo(3)) {
        case 0 -> dice.of(TRADE) + " " + dice.of(PROPER) + " " + dice.of(FORM);
        case 1 -> dice.of(PROPER) + " " + dice.of(TRADE) + " " + dice.of(FORM);
        case 2 -> dice.of(PROPER) + " + " + dice.of(PROPER) + " " + dice.of(FORM);
        default -> dice.of(PROPER) + "-" + dice.of(PROPER) + " " + dice.of(TRADE) + " " + dice.of(FORM);
      };
    } while (!used.add(name));
    return name;
  }

  String asABankHasIt(String name) {
    var said = switch (dice.upTo(9)) {
      case 0 -> Lettering.plain(name).toUpperCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> name.replaceAll(" (GmbH|AG|SARL|SAS|S\\.r\\.l\\.|S\\.p\\.A\\.|B\\.V\\.|N\\.V\\.|Oy|AB|ApS|Ltd|Limited|PLC|S\\.L\\.).*$", "");
      case 3 -> Lettering.plain(name) + " " + dice.of("Rue du Port 4 Lille", "Hauptstr. 12", "Amsterdam", "00100 Helsinki", "WARSZAWA");
      case 4 -> dice.of("AR ", "Buchhaltung ", "Acc Payable ", "Fa. ", "") + name;
      case 5 -> Lettering.plain(name).replace(".", "").replace("-", " ");
      default -> name;
    };
    return dice.percent(15) && said.length() > 27 ? said.substring(0, 27) : said;
  }
}
