package io.duly.intake;

import io.duly.intake.reading.FilePlan;
import io.duly.parties.Creditor;
import io.duly.intake.rows.PaymentTerms;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Whose the rows of a file are: the creditor that was named, else what the file's own column says, else the only one
 * there is, else "Our business".
 */
final class Creditors {
  private static final String FIRST = "Our business";

  private final Map<String, Creditor> byCode;
  private final Creditor main;

  private Creditors(Map<String, Creditor> byCode, Creditor main) {
    this.byCode = byCode;
    this.main = main;
  }

  /** @throws CannotImport where several could be meant */
  static Creditors of(DSLContext tx, Parties parties, Optional<String> named, FilePlan plan) {
    if (named.isPresent()) {
      return new Creditors(Map.of(), parties.creditor(tx, named.get()));
    }
    if (!plan.creditors().isEmpty()) {
      var byCode = new LinkedHashMap<String, Creditor>();
      plan.creditors().forEach(code -> byCode.put(code, parties.creditor(tx, code)));
      return new Creditors(byCode, byCode.values().iterator().next());
    }
    return new Creditors(Map.of(), parties.creditor(tx, only(parties.creditors(tx))));
  }

  /** The one that is meant as far as can be told before a file is looked at. */
  static Optional<Creditor> expected(DSLContext tx, Parties parties, Optional<String> named) {
    var all = parties.creditors(tx);
    return named.isPresent()
        ? all.stream().filter(one -> one.name().equals(named.get())).findFirst()
        : Optional.of(all).filter(some -> some.size() == 1).map(List::getFirst);
  }

  /** @throws CannotImport where several could be meant */
  static String only(List<Creditor> all) {
    if (all.size() > 1) {
      var names = all.stream().map(one -> "  " + one.name()).collect(Collectors.joining("\n"));
      throw new CannotImport("There are several creditors, and the file does not say whose it is. Say --creditor with one of:\n" + names);
    }
    return all.isEmpty() ? FIRST : all.getFirst().name();
  }

  Creditor main() {
    return main;
  }

  /** How long the debtors of each have to pay. */
  PaymentTerms paymentTerms(DSLContext tx, TermsOfTrade terms) {
    return paymentTerms(tx, terms, all());
  }

  static PaymentTerms paymentTerms(DSLContext tx, TermsOfTrade terms, List<Creditor> creditors) {
    return new PaymentTerms(
        creditors.stream().collect(Collectors.toMap(one -> one.id().value(), one -> terms.versions(tx, one.id()).stream().flatMap(Creditors::version).toList())));
  }

  private static Stream<PaymentTerms.Version> version(TermsVersion terms) {
    return terms.paymentDays().stream().map(days -> new PaymentTerms.Version(terms.version(), terms.validFrom(), days));
  }

  List<Creditor> all() {
    return byCode.isEmpty() ? List.of(main) : byCode.values().stream().distinct().toList();
  }

  /** Of a row, by the code it has; empty where its own column should say it and does not. */
  Optional<Creditor> of(Optional<String> code) {
    return byCode.isEmpty() ? Optional.of(main) : code.flatMap(said -> Optional.ofNullable(byCode.get(said)));
  }
}
