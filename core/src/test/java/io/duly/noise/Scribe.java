package io.duly.noise;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what a payment is for. */
final class Scribe {
  private final Dice dice;
  private final Phrases phrases;

  Scribe(Dice dice) {
    this.dice = dice;
    this.phrases = new Phrases(dice);
  }

  String text(Buyer buyer, List<Billed> bills) {
    return switch (buyer.habit()) {
      case AS_PRINTED -> phrases.invoice(buyer.tongue()) + " " + joined(buyer, numbers(bills));
      case LIST_OF_A_PROGRAM -> program(bills);
      case BARE -> joined(buyer, numbers(bills));
      case CARELESS -> careless(buyer, bills);
      case BY_CUSTOMER_NUMBER -> Phrases.customer(buyer.tongue()) + " " + buyer.number() + (dice.percent(70) ? " " + joined(buyer, numbers(bills)) : "");
      case BY_ORDER -> Phrases.order(buyer.tongue()) + " " + bills.getFirst().order() + (dice.percent(75) ? " " + phrases.invoice(buyer.tongue()) + " " + joined(buyer, numbers(bills)) : "");
      case BY_DATE -> dated(buyer, bills);
    };
  }

  private static List<String> numbers(List<Billed> bills) {
    return bills.stream().map(bill -> bill.invoice().number()).toList();
  }

  private String joined(Buyer buyer, List<String> numbers) {
    return String.join(dice.percent(40) ? ", " : dice.of(" ", "+", " + ", ",", "/", ";", Phrases.and(buyer.tongue())), numbers);
  }

  private String program(List<Billed> bills) {
    var texts = new ArrayList<String>();
    for (var bill : bills) {
      texts.add(bill.invoice().number() + " " + date(bill.invoice().issuedOn()) + " " + bill.invoice().gross().plain().replace('.', ','));
    }
    return String.join(dice.of(" ", "; ", " / "), texts);
  }

  private String dated(Buyer buyer, List<Billed> bills) {
    var word = phrases.invoice(buyer.tongue());
    if (dice.percent(35)) {
      return word + " " + Phrases.dated(buyer.tongue()) + " " + date(bills.getFirst().invoice().issuedOn());
    }
    return word + " " + joined(buyer, bills.stream().map(bill -> bill.invoice().number() + " " + Phrases.dated(buyer.tongue()) + " " + date(bill.invoice().issuedOn())).toList());
  }

  private String date(LocalDate on) {
    return on.format(DateTimeFormatter.ofPattern(dice.of("dd.MM.yyyy", "dd.MM.yy", "yyyy-MM-dd", "dd/MM/yyyy", "d.M.yyyy", "ddMMyy", "dd-MM-yyyy"), Locale.ROOT));
  }

  private String careless(Buyer buyer, List<Billed> bills) {
    var all = bills.stream().map(bill -> loose(bill.invoice().number())).toList();
    var head = dice.percent(75) ? phrases.invoice(buyer.tongue()) + dice.of(" ", "", ": ", ".", "#") : "";
    return head + (bills.size() > 1 && dice.percent(40) ? tails(numbers(bills)) : joined(buyer, all));
  }

  private String loose(String number) {
    return switch (dice.upTo(6)) {
      case 0 -> number.replaceAll("[^A-Za-z0-9]", "");
      case 1 -> number.replaceAll("[-/. ]", " ");
      case 2 -> number.toLowerCase(Locale.ROOT);
      case 3 -> number.replaceAll("([^0-9]|^)0+(?=\\d)", "$1");
      case 4 -> number.matches(".*\\d{4,}") ? number.replaceAll("^.*[-/ ](?=\\d{4,}$)", "") : number;
      case 5 -> number.replace("/", "-");
      default -> number.replaceAll("(\\d{3})(?=\\d{3,}$)", "$1 ");
    };
  }

  /** The first as it is, of the others what differs: {@code 104711, 12, 15}. */
  private String tails(List<String> numbers) {
    var text = new StringBuilder(numbers.getFirst());
    var sign = dice.of(", ", "/", "+", " + ", " ");
    for (int at = 1; at < numbers.size(); at++) {
      var number = numbers.get(at);
      boolean alike = number.length() == numbers.getFirst().length() && number.substring(0, number.length() - 2).equals(numbers.getFirst().substring(0, number.length() - 2))
          && Character.isDigit(number.charAt(number.length() - 1));
      text.append(sign).append(alike ? number.substring(number.length() - 2) : number);
    }
    return text.toString();
  }

  String range(Buyer buyer, List<Billed> bills) {
    return phrases.invoice(buyer.tongue()) + " " + bills.getFirst().invoice().number() + Phrases.to(buyer.tongue()) + bills.getLast().invoice().number();
  }

  /** A digit swapped with its neighbour, doubled, lost or mistaken. */
  String slip(String text) {
    var at = new ArrayList<Integer>();
    for (int place = 1; place < text.length(); place++) {
      if (Character.isDigit(text.charAt(place)) && Character.isDigit(text.charAt(place - 1))) {
        at.add(place);
      }
    }
    if (at.isEmpty()) {
      return text;
    }
    int place = at.get(at.size() - 1 - dice.upTo(Math.min(3, at.size() - 1)));
    var front = text.substring(0, place - 1);
    char one = text.charAt(place - 1);
    char other = text.charAt(place);
    var back = text.substring(place + 1);
    return switch (dice.upTo(3)) {
      case 0 -> front + other + one + back;
      case 1 -> front + one + back;
      case 2 -> front + one + other + other + back;
      default -> front + one + (char) ('0' + (other - '0' + 3) % 10) + back;
    };
  }

  /** As the bank hands it on. */
  String wrapped(String text, Buyer buyer) {
    var said = switch (dice.upTo(11)) {
      case 0 -> "EREF+" + dice.of("NOTPROVIDED", "ZV" + dice.digits(8), "P" + dice.digits(6)) + " SVWZ+" + text;
      case 1 -> "EREF+" + dice.digits(9) + " KREF+NONREF MREF+M-" + dice.digits(5) + " SVWZ+" + text + " ABWA+" + buyer.name();
      case 2 -> "/RFB/" + text;
      case 3 -> "/REMI/USTD//" + text;
      case 4 -> "/EREF/" + dice.digits(10) + "/ORDP//NAME/" + buyer.name() + "/REMI/" + text;
      case 5 -> "SEPA-UEBERWEISUNG " + text;
      default -> text;
    };
    return switch (dice.upTo(9)) {
      case 0, 1 -> Lettering.plain(said).toUpperCase(Locale.ROOT);
      case 2, 3 -> Lettering.plain(said);
      case 4 -> folded(said, 35);
      case 5 -> folded(said, 27);
      default -> said;
    };
  }

  private static String folded(String text, int width) {
    return text.replaceAll("(.{" + width + "})(?=.)", "$1\n");
  }

}
