package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the block variables. */
final class Blocks {
  private final Occasion occasion;
  private final Forms forms;
  private final Values values;
  private final Channel channel;
  private final Phrases phrases;

  Blocks(Occasion occasion, Forms forms, Values values, Channel channel) {
    this.occasion = occasion;
    this.forms = forms;
    this.values = values;
    this.channel = channel;
    this.phrases = Phrases.of(forms.language());
  }

  List<Piece> of(Variable block) {
    return switch (block) {
      case STATEMENT -> occasion.owed().stream().map(this::statement).toList();
      case PAID_SO_FAR -> occasion.owed().stream().filter(Owed::hasPayments).flatMap(this::paid).toList();
      case PAYMENT -> new Instructions(occasion, forms).pieces();
      case AGREEMENT -> agreement();
      case DOCUMENTS -> documents();
      case NOTICES -> Notices.of(occasion, forms, channel);
      case SIGNATURE -> List.of(signature());
      default -> throw new IllegalArgumentException(block + " is no block");
    };
  }

  private Piece statement(Owed owed) {
    var rows = new ArrayList<List<String>>();
    for (var invoice : owed.invoices()) {
      rows.add(
          List.of(
              Plain.name(invoice.number()), forms.shortDay(invoice.issuedOn()), forms.shortDay(invoice.dueOn()),
              forms.number(invoice.gross()), forms.number(invoice.settled()), forms.number(invoice.open())));
    }
    var columns =
        Stream.of("invoice", "issued", "due", "amount", "settled", "open").map(name -> phrases.say("statement." + name)).toList();
    var caption = phrases.say("statement.caption", owed.currency().getCurrencyCode());
    return new Piece.Table(caption, columns, 3, rows, totals(owed));
  }

  /** What is contested is taken off, charges are put on, each with its basis (P02). */
  private List<List<String>> totals(Owed owed) {
    var totals = new ArrayList<List<String>>();
    if (owed.disputed().isPositive()) {
      totals.add(List.of(phrases.say("statement.disputed"), "-" + forms.number(owed.disputed())));
    }
    for (var charge : owed.charges()) {
      var name = phrases.say("charge." + charge.kind(), Plain.name(charge.invoice()), Plain.name(charge.basis()));
      totals.add(List.of(name, forms.number(charge.open())));
    }
    totals.add(List.of(phrases.say("statement.total"), forms.money(owed.total())));
    return totals;
  }

  private Stream<Piece> paid(Owed owed) {
    if (owed.payments().size() == 1) {
      var day = forms.day(owed.payments().getFirst().on());
      return Stream.of(words(phrases.say("paid.once", forms.money(owed.paid()), forms.money(owed.gross()), day)));
    }
    var thanks = phrases.say("paid.thanks", forms.money(owed.paid()), forms.money(owed.gross()));
    var rows = owed.payments().stream()
        .map(one -> List.of(forms.shortDay(one.on()), phrases.say(one.credit() ? "paid.credit" : "paid.payment"), forms.number(one.amount())))
        .toList();
    var columns = List.of(phrases.say("paid.on"), phrases.say("paid.what"), phrases.say("statement.amount"));
    var caption = phrases.say("paid.caption", owed.currency().getCurrencyCode());
    return Stream.of(
        words(thanks), new Piece.Table(caption, columns, 2, rows, List.of()));
  }

  private static Piece words(String text) {
    return new Piece.Paragraph(List.of(new Piece.Run(text, false, Optional.empty())));
  }

  private List<Piece> agreement() {
    if (occasion.agreed().isEmpty()) {
      throw new CannotRender("Nothing has been agreed that the message could repeat.");
    }
    var rows = occasion.agreed().stream().map(due -> List.of(forms.day(due.on()), forms.number(due.amount()))).toList();
    var pieces = new ArrayList<Piece>();
    pieces.add(
        new Piece.Table(
            phrases.say("agreement.caption", occasion.agreed().getFirst().amount().currency().getCurrencyCode()), List.of(phrases.say("agreement.on"), phrases.say("statement.amount")), 1, rows, sum()));
    occasion.breach().ifPresent(what -> pieces.add(words(phrases.say("agreement.miss." + what.word()))));
    return pieces;
  }

  /** Of several payments what they make. */
  private List<List<String>> sum() {
    var all = occasion.agreed().stream().map(Occasion.Due::amount).toList();
    return all.size() < 2 ? List.of() : List.of(List.of(phrases.say("agreement.total"), forms.number(all.stream().reduce(Money::plus).orElseThrow())));
  }

  private List<Piece> documents() {
    if (occasion.documents().isEmpty()) {
      throw new CannotRender("The message goes with documents, and none can go with it: no PDF or electronic invoice of these invoices is in the archive.");
    }
    var items = Stream.concat(
        occasion.documents().files().stream().map(Plain::name),
        occasion.documents().missing().stream().map(number -> phrases.say("documents.missing", Plain.name(number))));
    return List.of(new Piece.Items(items.map(words -> List.of(new Piece.Run(words, false, Optional.empty()))).toList()));
  }

  private Piece signature() {
    var person = values.person();
    var lines = new ArrayList<String>();
    person.role().map(Plain::name).ifPresent(lines::add);
    lines.add(Plain.name(occasion.sender().name()));
    lines.add(phrases.say("phone", Plain.phone(person.phone())));
    person.email().flatMap(Plain::email).ifPresent(lines::add);
    return new Piece.Signature(phrases.say("closing"), Plain.name(person.name()), lines);
  }
}
