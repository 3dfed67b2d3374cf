package io.duly.cli;

import io.duly.banking.cash.Waiting;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Money that waits, as JSON; amounts in major units. */
record WaitingJson(
    String entry, String creditor, LocalDate day, String amount, String currency, Optional<String> payer, Optional<String> account, String text, String result,
    List<String> candidates, List<Offer> proposals) {

  record Offer(String id, int rank, String kind, int score, List<Part> parts, List<Credit> creditNotes, String why) {}

  record Credit(String creditNote, String invoice, String amount) {}

  record Part(String invoice, String debtor, String amount, Optional<String> letGo, Optional<String> letGoFor) {}

  static WaitingJson of(Waiting one) {
    return new WaitingJson(
        one.entry().toString(), one.creditor(), one.day(), one.left().plain(), one.left().currency().getCurrencyCode(), one.payer(), one.account(), one.text(),
        one.result(), one.candidates(), one.offers().stream().map(WaitingJson::of).toList());
  }

  private static Offer of(Waiting.Offer offer) {
    return new Offer(offer.proposal().toString(), offer.rank(), offer.kind(), offer.score(),
        offer.parts().stream().map(part -> new Part(part.invoice(), part.debtor(), part.amount().plain(), part.letGo().map(Money::plain), part.letGoFor())).toList(),
        offer.credits().stream().map(credit -> new Credit(credit.creditNote(), credit.invoice(), credit.amount().plain())).toList(), offer.why());
  }
}
