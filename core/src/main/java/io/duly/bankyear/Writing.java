package io.duly.bankyear;

import io.duly.bankyear.Bills.Bill;
import io.duly.bankyear.Business.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what a payment is for, as its payer would. */
final class Writing {
  private static final List<String> GREETINGS =
      List.of("", "", "", "", "Vielen Dank ", "Danke! ", "Payment ", "Zahlung ", "Betaling ", "Paiement ", "SVWZ+", "Ueberweisung ", "Our ref 88123 ");

  private final Dice dice;
  private final Profile profile;

  Writing(Dice dice, Profile profile) {
    this.dice = dice;
    this.profile = profile;
  }

  String of(Business debtor, List<Bill> bills) {
    var numbers = bills.stream().map(bill -> bill.invoice().number()).toList();
    var text = switch (debtor.style()) {
      case FULL, REFERENCE -> dice.of(profile.words()) + " " + list(numbers);
      case LONG -> longText(debtor, bills);
      case BARE -> list(numbers);
      case SLOPPY -> sloppy(numbers);
    };
    return broken(dice.of(GREETINGS) + text);
  }

  private String list(List<String> numbers) {
    return String.join(dice.of(List.of(", ", ",", " + ", "/", " ", " und ", "; ")), numbers);
  }

  private String longText(Business debtor, List<Bill> bills) {
    var texts = new ArrayList<String>();
    for (var bill : bills) {
      var on = bill.invoice().issuedOn();
      var date = dice.oneIn(1, 2)
          ? "%02d.%02d.%d".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear())
          : "%02d/%02d/%02d".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear() % 100);
      texts.add(dice.of(profile.words()) + " " + bill.invoice().number() + " " + dice.of(List.of("vom", "v.", "dd", "of", "du")) + " " + date);
    }
    var all = String.join(", ", texts);
    return dice.oneIn(1, 2) ? dice.of(List.of("KdNr ", "Kd.-Nr. ", "Kunde ", "customer ", "Klantnr ")) + debtor.number() + " " + all : all;
  }

  /** Noughts left out, the year left out, blanks and strokes where none are, the last digits only of those behind. */
  private String sloppy(List<String> numbers) {
    var first = loosely(numbers.getFirst());
    if (numbers.size() == 1) {
      return dice.oneIn(3, 4) ? dice.of(profile.words()) + dice.of(List.of(" ", "", ".", ": ", "-")) + first : first;
    }
    var head = dice.of(profile.words()) + " ";
    return head + (dice.oneIn(1, 2) ? shortened(numbers) : numbers.stream().map(this::loosely).collect(Collectors.joining(dice.of(List.of(", ", "/", " + ")))));
  }

  private String loosely(String number) {
    return switch (dice.below(6)) {
      case 0 -> number.toLowerCase(Locale.ROOT).replaceAll("[-/]", "");
      case 1 -> number.replaceAll("[-/]", " ");
      case 2 -> number.replaceAll(".*[-/]", "").replaceFirst("^0+(?=\\d)", "");
      case 3 -> number.replace('0', 'O');
      case 4 -> number.replaceAll("\\D", "");
      default -> number.replaceAll("[-/]", dice.of(List.of("/", ".", "_", "- ")));
    };
  }

  private static String shortened(List<String> numbers) {
    var first = numbers.getFirst();
    var text = new StringBuilder(first);
    for (var other : numbers.subList(1, numbers.size())) {
      int same = 0;
      while (same < first.length() - 2 && other.length() == first.length() && other.charAt(same) == first.charAt(same)) {
        same++;
      }
      text.append('/').append(other, other.length() == first.length() ? same : 0, other.length());
    }
    return text.toString();
  }

  /** Numbers that follow each other, as from one to another. */
  String range(Business debtor, List<Bill> bills) {
    var first = bills.getFirst().invoice().number();
    var last = bills.getLast().invoice().number();
    var sign = dice.of(List.of(" - ", "-", " bis ", " to "));
    return dice.of(profile.words()) + " " + first + sign + (debtor.style() == Style.SLOPPY ? last.substring(last.length() - 3) : last);
  }

  /** Some banks break lines after 27 characters, wherever that is. */
  private String broken(String text) {
    return text.length() > 27 && dice.permille(60) ? text.substring(0, 27) + "\n" + text.substring(27) : text;
  }

  /** One slip in one of the digits. */
  String mistyped(String text) {
    var places = new ArrayList<Integer>();
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        places.add(at);
      }
    }
    int at = places.get(Math.max(0, places.size() - 1 - dice.below(Math.min(4, places.size()))));
    var slip = new StringBuilder(text);
    switch (dice.below(4)) {
      case 0 -> slip.deleteCharAt(at);
      case 1 -> slip.insert(at, dice.below(10));
      case 2 -> slip.setCharAt(at, (char) ('0' + (text.charAt(at) - '0' + dice.between(1, 9)) % 10));
      default -> {
        slip.deleteCharAt(at);
        slip.insert(Math.max(0, at - 1), text.charAt(at));
      }
    }
    return slip.toString();
  }

  String nothing() {
    return dice.of(List.of("", "", "Zahlung", "Rechnung", "Danke", "NOTPROVIDED", "wie besprochen", "Invoice payment", "a conto", "Ueberweisung"));
  }
}
