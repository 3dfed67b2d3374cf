package io.duly.noise;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.Book;
import io.duly.matching.Match;
import io.duly.matching.Matching;
import io.duly.matching.Matching.Matched;
import io.duly.matching.OpenInvoice;
import io.duly.matching.Settings;
import io.duly.rules.RulePacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lives through a year in which nobody settles what waits: statements come every so many days, sure payments are allocated, accounts learned. */
final class Unattended {
  /** Counts of one kind of payment. */
  record Count(int all, int right, int wrong, int some) {
    Count plus(Count other) {
      return new Count(all + other.all, right + other.right, wrong + other.wrong, some + other.some);
    }
  }

  private record Learned(DebtorId debtor, boolean recognised) {}

  private final OtherYear year;
  private final Map<InvoiceId, Long> open = new HashMap<>();
  private final Map<InvoiceId, Billed> bills = new LinkedHashMap<>();
  private final Map<String, List<Learned>> learned = new TreeMap<>();
  private final Map<String, Count> counts = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  private Unattended(OtherYear year) {
    this.year = year;
    year.bills().forEach(bill -> {
      bills.put(bill.invoice().id(), bill);
      open.put(bill.invoice().id(), bill.invoice().gross().minor());
    });
  }

  static Unattended through(OtherYear year, int days) {
    var lived = new Unattended(year);
    Map<Long, List<Paid>> statements = year.payments().stream()
        .collect(Collectors.groupingBy(paid -> paid.payment().day().toEpochDay() / days, TreeMap::new, Collectors.toList()));
    statements.values().forEach(lived::statement);
    return lived;
  }

  private void statement(List<Paid> paid) {
    var book = Book.builder();
    year.buyers().forEach(buyer -> book.debtor(buyer.id(), buyer.number(), List.of(buyer.name())));
    learned.forEach((account, all) -> all.stream().collect(Collectors.groupingBy(Learned::debtor)).forEach((debtor, times) -> {
      if (times.size() > 1 || times.stream().anyMatch(Learned::recognised)) {
        book.link(account, debtor);
      }
    }));
    book.ownAccount(year.ownAccount());
    var last = paid.getLast().payment().day();
    bills.values().forEach(bill -> enter(book, bill.invoice(), last));
    var matched = new Matching(book.build(), new Settings(RulePacks.shipped().of("DE").allocation())).all(paid.stream().map(Paid::payment).toList());
    var truth = paid.stream().collect(Collectors.toMap(one -> one.payment().id(), one -> one));
    matched.forEach(one -> judge(one, java.util.Objects.requireNonNull(truth.get(one.payment().id()))));
  }

  private void enter(Book.Builder book, OpenInvoice invoice, LocalDate last) {
    if (!invoice.issuedOn().isAfter(last)) {
      book.invoice(new OpenInvoice(invoice.id(), invoice.debtor(), invoice.number(), invoice.references(), invoice.gross(),
          Money.ofMinor(open.getOrDefault(invoice.id(), 0L), "EUR"), invoice.issuedOn(), invoice.dueOn()));
    }
  }

  private void judge(Matched matched, Paid truth) {
    var count = new Count(1, 0, 0, 0);
    if (matched.match() instanceof Match.Sure sure) {
      var to = sure.proposal().parts().stream().map(part -> part.invoice()).collect(Collectors.toSet());
      count = to.equals(truth.invoices()) ? new Count(1, 1, 0, 0) : truth.invoices().containsAll(to) ? new Count(1, 0, 0, 1) : new Count(1, 0, 1, 0);
      sure.proposal().parts().forEach(part -> open.merge(part.invoice(), -part.amount().minor(), Long::sum));
      learn(matched, sure, to);
    }
    counts.merge(truth.kind(), count, Count::plus);
    if (count.wrong() > 0) {
      mistakes.add(told(matched, truth));
    } else if (count.right() == 0 && !truth.invoices().isEmpty()) {
      missed.add(told(matched, truth));
    }
  }

  private void learn(Matched matched, Match.Sure sure, Set<InvoiceId> to) {
    var debtors = to.stream().map(id -> java.util.Objects.requireNonNull(bills.get(id)).buyer().id()).distinct().toList();
    if (debtors.size() == 1) {
      matched.payment().account().ifPresent(account -> learned.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Learned(debtors.getFirst(), sure.proposal().knowsPayer())));
    }
  }

  private String told(Matched matched, Paid truth) {
    var payment = matched.payment();
    var said = switch (matched.match()) {
      case Match.Sure sure -> "sure " + sure.proposal().kind() + shown(sure.proposal());
      case Match.Likely likely -> "likely " + likely.proposals().stream().limit(3).map(one -> one.kind() + shown(one)).toList();
      case Match.Candidates candidates -> "candidates " + candidates.suspects().size();
      case Match.Nothing _ -> "nothing";
    };
    return truth.kind() + " | " + payment.day() + " " + payment.amount().plain() + " '" + payment.remittance().replace('\n', '~') + "' " + payment.references() + " "
        + payment.payer().orElse("-") + " | really "
        + truth.invoices().stream().map(bills::get).map(bill -> bill == null ? "?" : bill.invoice().number() + "=" + bill.invoice().gross().plain() + " of " + bill.buyer().name()).toList() + " | " + said;
  }

  private String shown(io.duly.matching.Proposal proposal) {
    return proposal.parts().stream().map(this::shown).toList() + " " + proposal.whys().stream().map(why -> why.code().word() + why.values()).toList();
  }

  private String shown(io.duly.matching.Proposal.Part part) {
    var bill = bills.get(part.invoice());
    return (bill == null ? "?" : bill.invoice().number()) + "=" + part.amount().plain();
  }

  Map<String, Count> counts() {
    return counts;
  }

  List<String> mistakes() {
    return mistakes;
  }

  List<String> missed() {
    return missed;
  }

  /** Of payments that pay invoices. */
  Count payments() {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().equals("unrelated") && !entry.getKey().equals("paid twice"))
        .map(Map.Entry::getValue).reduce(new Count(0, 0, 0, 0), Count::plus);
  }

  Count everything() {
    return counts.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
  }
}
