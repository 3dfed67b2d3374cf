package io.duly.bankyear;

import io.duly.bankyear.YearReport.Count;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.Book;
import io.duly.matching.Match;
import io.duly.matching.Matching;
import io.duly.matching.Matching.Matched;
import io.duly.matching.OpenInvoice;
import io.duly.matching.Payment;
import io.duly.matching.Proposal;
import io.duly.matching.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lives through a year day by day: what is sure is allocated and its account learned, a person settles the rest in the evening. */
public final class YearRun {
  private static final int REMEMBERED_DAYS = 120;

  private final BankYear year;
  private final Settings settings;
  private final Consumer<String> mistakes;
  private final Map<InvoiceId, OpenInvoice> invoices = new LinkedHashMap<>();
  private final Map<InvoiceId, Long> open = new HashMap<>();
  private final Map<InvoiceId, LocalDate> settled = new HashMap<>();
  private final Map<String, Map<DebtorId, Integer>> seen = new TreeMap<>();
  private final Map<String, Set<DebtorId>> links = new TreeMap<>();
  private final YearReport report = new YearReport();

  private YearRun(BankYear year, Settings settings, Consumer<String> mistakes) {
    this.year = year;
    this.settings = settings;
    this.mistakes = mistakes;
    year.invoices().forEach(invoice -> {
      invoices.put(invoice.id(), invoice);
      open.put(invoice.id(), invoice.open().minor());
    });
  }

  /** @param mistakes is told of each wrong match in a line */
  public static YearReport of(BankYear year, Settings settings, Consumer<String> mistakes) {
    return new YearRun(year, settings, mistakes).run();
  }

  private YearReport run() {
    var days = year.payments().stream().collect(Collectors.groupingBy(truth -> truth.payment().day(), TreeMap::new, Collectors.toList()));
    days.forEach(this::day);
    return report;
  }

  private void day(LocalDate day, List<Truth> truths) {
    var matching = new Matching(book(day), settings);
    var matched = matching.all(truths.stream().map(Truth::payment).toList());
    var byId = truths.stream().collect(Collectors.toMap(truth -> truth.payment().id(), truth -> truth));
    for (var one : matched) {
      var truth = byId.get(one.payment().id());
      if (truth != null) {
        judge(one, truth);
      }
    }
    truths.forEach(truth -> settle(truth, day));
  }

  private Book book(LocalDate day) {
    var book = Book.builder();
    year.debtors().forEach(debtor -> book.debtor(debtor.id(), debtor.number(), List.of(debtor.name())));
    links.forEach((account, debtors) -> debtors.forEach(debtor -> book.link(account, debtor)));
    book.ownAccount(year.ownAccount());
    for (var invoice : invoices.values()) {
      long left = open.getOrDefault(invoice.id(), 0L);
      boolean known = left > 0 || !settled.getOrDefault(invoice.id(), LocalDate.MIN).isBefore(day.minusDays(REMEMBERED_DAYS));
      if (known && !invoice.issuedOn().isAfter(day)) {
        book.invoice(new OpenInvoice(invoice.id(), invoice.debtor(), invoice.number(), invoice.references(), invoice.gross(), Money.ofMinor(left, "EUR"),
            invoice.issuedOn(), invoice.dueOn()));
      }
    }
    return book.build();
  }

  private void judge(Matched matched, Truth truth) {
    var count = count(matched.match(), truth);
    report.add(truth.trait(), count);
    if (matched.match() instanceof Match.Sure sure) {
      report.add(sure.proposal().kind(), count);
      learn(truth.payment(), sure.proposal());
      if (count.wrong() > 0) {
        mistakes.accept(mistake(truth, sure.proposal()));
      }
    } else if (truth.paysInvoices() && count.offered() == 0 && count.held() == 0) {
      mistakes.accept("missed " + truth.trait() + " '" + truth.payment().remittance() + "' " + truth.payment().payer());
    }
  }

  private Count count(Match match, Truth truth) {
    return switch (match) {
      case Match.Sure sure -> sure(paid(sure.proposal()), truth.invoices());
      case Match.Likely likely when likely.proposals().stream().anyMatch(one -> paid(one).equals(truth.invoices())) -> new Count(1, 0, 0, 0, 1, 0);
      case Match.Likely _, Match.Candidates _, Match.Nothing _ -> new Count(1, 0, 0, 0, 0, holds(match, truth) ? 1 : 0);
    };
  }

  private static Count sure(Set<InvoiceId> paid, Set<InvoiceId> really) {
    if (paid.equals(really)) {
      return new Count(1, 1, 0, 0, 0, 0);
    }
    return really.containsAll(paid) ? new Count(1, 0, 0, 1, 0, 0) : new Count(1, 0, 1, 0, 0, 0);
  }

  /** Of money that is no debtor's: whether somebody is held back for it. */
  private boolean holds(Match match, Truth truth) {
    if (!truth.paysInvoices()) {
      return !match.suspects().isEmpty();
    }
    return truth.invoices().stream()
        .map(invoices::get)
        .allMatch(invoice -> match.suspects().stream().anyMatch(suspect -> invoice != null && suspect.debtor().equals(invoice.debtor())));
  }

  private static Set<InvoiceId> paid(Proposal proposal) {
    return proposal.parts().stream().map(Proposal.Part::invoice).collect(Collectors.toSet());
  }

  /** An account is learned where the payer was recognised, or when it paid for the same debtor twice. */
  private void learn(Payment payment, Proposal proposal) {
    var debtors = proposal.parts().stream().map(part -> invoices.get(part.invoice())).filter(invoice -> invoice != null).map(OpenInvoice::debtor).collect(Collectors.toSet());
    if (debtors.size() == 1 && payment.account().isPresent()) {
      var account = payment.account().get();
      var debtor = debtors.iterator().next();
      int times = seen.computeIfAbsent(account, _ -> new HashMap<>()).merge(debtor, 1, Integer::sum);
      if (proposal.knowsPayer() || times > 1) {
        links.computeIfAbsent(account, _ -> new java.util.TreeSet<>(java.util.Comparator.comparing(DebtorId::value))).add(debtor);
      }
    }
  }

  /** In the evening the books say what is true. */
  private void settle(Truth truth, LocalDate day) {
    long left = truth.payment().amount().minor();
    var ids = new ArrayList<>(truth.invoices());
    ids.sort(java.util.Comparator.comparing(InvoiceId::value));
    for (var id : ids) {
      long part = Math.min(left, open.getOrDefault(id, 0L));
      left -= part;
      open.merge(id, -part, Long::sum);
      closeDifference(truth, id);
      if (open.getOrDefault(id, 0L) == 0) {
        settled.put(id, day);
      }
    }
  }

  /** What a discount or charges left open is let go by a person. */
  private void closeDifference(Truth truth, InvoiceId id) {
    if (truth.trait() == Trait.DISCOUNT || truth.trait() == Trait.CHARGES) {
      open.put(id, 0L);
    }
  }

  private String mistake(Truth truth, Proposal proposal) {
    var paid = proposal.parts().stream().map(part -> invoices.get(part.invoice())).map(invoice -> invoice == null ? "?" : invoice.number() + " " + invoice.gross()).toList();
    var really = truth.invoices().stream().map(invoices::get).map(invoice -> invoice == null ? "?" : invoice.number() + " " + invoice.gross()).toList();
    return "wrong " + truth.trait() + " by " + proposal.kind() + " " + proposal.score() + " '" + truth.payment().remittance() + "' " + truth.payment().amount() + " "
        + truth.payment().payer() + ": " + paid + " instead of " + really + " " + proposal.whys();
  }
}
