package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Problem;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * To whom a document owes money: the one that was named, else who is to be paid, found by its numbers and name, else made. A
 * document whose buyer is one of the creditors, and whose seller is none, is a bill to be paid and no claim.
 */
@Component
final class CreditorOf {
  private final Parties parties;
  private final KnownAs known;

  CreditorOf(Parties parties, KnownAs known) {
    this.parties = parties;
    this.known = known;
  }

  /** @param notes what is to be told of it */
  record Found(Creditor creditor, List<Problem> notes) {}

  /** @throws NotAClaim where it is a bill to be paid */
  Found of(DSLContext tx, Optional<String> named, EInvoice invoice) {
    var notes = new ArrayList<Problem>();
    var seller = invoice.seller();
    var factor = invoice.payee().filter(one -> isAnother(one, seller));
    factor.ifPresent(one -> notes.add(Problem.told("payee-is-another",
        "The money is to be paid to " + called(one) + ", not to the seller " + called(seller) + " (factoring): the claim is taken as the payee's.")));
    var claimant = factor.orElse(seller);
    var all = parties.creditors(tx);
    refuseBill(tx, all, named, claimant, invoice.buyer());
    var creditor = named.map(name -> named(tx, name, claimant, notes)).or(() -> known(tx, all, claimant)).orElseGet(() -> made(tx, claimant, invoice));
    known.keep(tx, creditor.id(), Optional.empty(), claimant);
    return new Found(creditor, notes);
  }

  private static String called(Party party) {
    return party.called().orElse("?");
  }

  /** A payee that only says another account of the seller is the seller. */
  private static boolean isAnother(Party payee, Party seller) {
    var shared = new HashSet<>(PartyNumbers.of(payee));
    shared.retainAll(PartyNumbers.of(seller));
    return payee.called().filter(name -> seller.called().filter(other -> PartyName.same(name, other)).isEmpty()).isPresent() && shared.isEmpty();
  }

  private Creditor named(DSLContext tx, String name, Party claimant, List<Problem> notes) {
    var creditor = parties.creditor(tx, name);
    if (!PartyName.akin(name, called(claimant))) {
      notes.add(Problem.told("seller-is-another", "The invoice is of " + called(claimant) + ", and was taken in for " + name + ", as was asked for. Is it the right file?"));
    }
    return creditor;
  }

  private Optional<Creditor> known(DSLContext tx, Collection<Creditor> all, Party party) {
    var byNumber = known.creditors(tx, party);
    return all.stream().filter(one -> PartyName.same(one.name(), called(party))).findFirst()
        .or(() -> all.stream().filter(one -> byNumber.contains(one.id()) && PartyName.akin(one.name(), called(party))).findFirst());
  }

  private void refuseBill(DSLContext tx, Collection<Creditor> all, Optional<String> named, Party claimant, Party buyer) {
    var sells = known(tx, all, claimant).isPresent();
    var buys = known(tx, all, buyer).filter(one -> named.isEmpty() || named.get().equals(one.name()));
    if (!sells && buys.isPresent()) {
      throw new NotAClaim(List.of(Problem.told("bill-to-pay",
          "This is a bill of " + called(claimant) + " to " + buys.get().name() + ": it has to be paid, and nobody owes it to you. It was not taken in.")));
    }
  }

  private Creditor made(DSLContext tx, Party claimant, EInvoice invoice) {
    var fresh = parties.creditor(tx, claimant.called().orElseThrow());
    var currency = invoice.currency().map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT))).orElse(fresh.currency());
    var said =
        new Creditor(fresh.id(), fresh.name(), claimant.address().country(), currency, fresh.language(), fresh.timeZone(), fresh.policy());
    parties.change(tx, said);
    return said;
  }
}
