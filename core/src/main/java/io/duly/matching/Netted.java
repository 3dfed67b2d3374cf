package io.duly.matching;

import io.duly.matching.Why.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains a payment by invoices less credit notes that the payer took off by itself. A person accepts it. */
final class Netted {
  private final Asked asked;

  Netted(Asked asked) {
    this.asked = asked;
  }

  /** What of a credit note goes to an invoice. */
  record Share(OpenCredit credit, int invoice, long amount) {}

  List<Explanation> all() {
    return asked.book().hasCredits() ? found() : List.of();
  }

  private List<Explanation> found() {
    var named = asked.hits().all().stream()
        .filter(hit -> hit.strength() >= 2 && !hit.dependent() && asked.payable(hit.invoice()))
        .collect(Collectors.groupingBy(hit -> asked.book().debtorOf(hit.invoice())));
    var found = new ArrayList<Explanation>();
    named.forEach((debtor, hits) -> of(debtor, hits.stream().map(Hit::invoice).toList(), hits.stream().mapToInt(Hit::strength).min().orElse(0)).ifPresent(found::add));
    if (named.isEmpty()) {
      asked.payers().stream().filter(payer -> payer.strength() >= 2).forEach(payer -> whole(payer.debtor()).ifPresent(found::add));
    }
    return found;
  }

  /** All that the debtor owes, where that are not too many to be meant. */
  private Optional<Explanation> whole(int debtor) {
    var open = asked.openOf(debtor, Sums.MOST + 1);
    return open.size() > Sums.MOST ? Optional.empty() : of(debtor, open, 0);
  }

  private Optional<Explanation> of(int debtor, List<Integer> invoices, int strength) {
    var credits = asked.book().credits(debtor).stream()
        .filter(credit -> credit.left().currency().equals(asked.payment().amount().currency()) && !credit.issuedOn().isAfter(asked.payment().day()))
        .toList();
    long lacking = asked.sum(invoices) - asked.amount();
    return lacking <= 0 || credits.isEmpty() ? Optional.empty() : chosen(credits, lacking).map(some -> explain(debtor, invoices, some, strength));
  }

  /** Those that the text names, else all of them, else the only choice that makes the sum. */
  private Optional<List<OpenCredit>> chosen(List<OpenCredit> credits, long lacking) {
    var text = Plain.compact(asked.payment().remittance() + " " + String.join(" ", asked.payment().documents()));
    var named = credits.stream().filter(credit -> text.contains(Plain.compact(credit.number()))).toList();
    if (!named.isEmpty() && sum(named) == lacking) {
      return Optional.of(named);
    }
    if (sum(credits) == lacking) {
      return Optional.of(credits);
    }
    return credits.size() > Sums.MOST
        ? Optional.empty()
        : Sums.only(credits.stream().mapToLong(credit -> credit.left().minor()).toArray(), lacking, 1).map(places -> places.stream().map(credits::get).toList());
  }

  private static long sum(List<OpenCredit> credits) {
    return credits.stream().mapToLong(credit -> credit.left().minor()).sum();
  }

  private Explanation explain(int debtor, List<Integer> invoices, List<OpenCredit> credits, int strength) {
    var open = invoices.stream().mapToLong(asked::open).toArray();
    var shares = shares(invoices, open, credits);
    var whys = new ArrayList<Why>();
    invoices.forEach(invoice -> whys.add(Why.of(Code.PAYS, asked.book().number(invoice))));
    credits.forEach(credit -> whys.add(Why.of(Code.CREDIT_NETTED, credit.number(), credit.left().plain())));
    asked.payers().stream().filter(payer -> payer.debtor() == debtor).map(Payer::why).forEach(whys::add);
    return new Explanation(MatchKind.NETTED, debtor, invoices, IntStream.range(0, open.length).mapToObj(at -> open[at]).toList(), 0, strength, 2,
        asked.payerStrength(debtor), false, false, whys, Optional.empty(), shares);
  }

  /** The credit notes go to the invoices in their order, and the money to what they leave, which stays in {@code open}. */
  private static List<Share> shares(List<Integer> invoices, long[] open, List<OpenCredit> credits) {
    var shares = new ArrayList<Share>();
    int at = 0;
    for (var credit : credits) {
      long left = credit.left().minor();
      while (left > 0) {
        long part = Math.min(left, open[at]);
        if (part > 0) {
          shares.add(new Share(credit, invoices.get(at), part));
        }
        open[at] -= part;
        left -= part;
        at += left > 0 ? 1 : 0;
      }
    }
    return shares;
  }
}
