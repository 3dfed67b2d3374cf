package io.duly.banking.reading;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** One Stmt, Rpt or Ntfctn while it is read. */
final class CamtStatement {
  private final Reading reading;
  private final StatementKind kind;
  private final Node head = Node.of("head", "");
  private final List<Entry> entries = new ArrayList<>();

  CamtStatement(Reading reading, StatementKind kind) {
    this.reading = reading;
    this.kind = kind;
  }

  void head(Node node) {
    if (head.children().size() > 1000) {
      throw reading.refusal("More than a thousand balances in one statement.", "Ask the bank for a right file.");
    }
    head.children().add(node);
  }

  void add(Entry entry) {
    reading.mayGrow(entries);
    entries.add(entry);
  }

  String account() {
    return head.at("Acct").flatMap(CamtParty::account).orElse("");
  }

  Statement done() {
    if (account().isEmpty()) {
      throw reading.refusal("The statement does not say of which account it is.", "Ask the bank for a file with Acct/Id in it.");
    }
    countsAsTold();
    return new Statement(
        kind, account(), currency(), head.text("Id"), head.anyText("LglSeqNb", "ElctrncSeqNb"), page(),
        day("FrToDt", "FrDt", "FrDtTm"), day("FrToDt", "ToDt", "ToDtTm"), balance("OPBD", "PRCD"), balance("CLBD"), entries,
        reading.takeFindings());
  }

  private void countsAsTold() {
    Optional<String> told = head.text("TxsSummry", "TtlNtries", "NbOfNtries");
    if (told.isPresent() && !told.get().equals(Integer.toString(entries.size()))) {
      reading.finding("The bank announces " + told.get() + " entries, the statement holds " + entries.size() + ".");
    }
  }

  private Currency currency() {
    return head.text("Acct", "Ccy")
        .or(() -> head.all("Bal").flatMap(bal -> bal.at("Amt").stream()).map(Node::currency).findFirst())
        .map(reading::currency)
        .or(() -> entries.stream().map(entry -> entry.amount().currency()).findFirst())
        .orElseThrow(() -> reading.refusal("The statement names no currency anywhere.", "Ask the bank for a file with Acct/Ccy in it."));
  }

  private Optional<Integer> page() {
    return head.anyText("StmtPgntn/PgNb", "RptPgntn/PgNb", "NtfctnPgntn/PgNb").filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
  }

  private Optional<LocalDate> day(String parent, String... names) {
    return head.at(parent).flatMap(node -> node.anyText(names)).map(reading::isoDate);
  }

  private Optional<Balance> balance(String... codes) {
    for (String code : codes) {
      for (Node bal : head.all("Bal").toList()) {
        if (bal.anyText("Tp/CdOrPrtry/Cd", "Tp/Cd").filter(code::equals).isPresent()) {
          return Optional.of(balance(bal));
        }
      }
    }
    return Optional.empty();
  }

  private Balance balance(Node bal) {
    LocalDate day = bal.anyText("Dt/Dt", "Dt/DtTm").map(reading::isoDate).orElseThrow(() -> reading.refusal("A balance has no date.", "Ask the bank for a right file."));
    return new Balance(CamtAmounts.signed(reading, bal), day);
  }
}
