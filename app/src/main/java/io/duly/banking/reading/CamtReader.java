package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** camt.052, 053 and 054 in any version and namespace: by local names, one statement at a time. */
final class CamtReader {
  private static final Map<String, StatementKind> KINDS =
      Map.of("Stmt", StatementKind.BOOKED, "Rpt", StatementKind.INTRADAY, "Ntfctn", StatementKind.ADVICE);
  private final Reading reading;
  private final Consumer<Statement> into;
  private int statements;

  CamtReader(Reading reading, Consumer<Statement> into) {
    this.reading = reading;
    this.into = into;
  }

  void read(InputStream in) {
    var xml = new XmlStream(in, reading);
    boolean message = false;
    for (Optional<String> name = xml.nextChild(0); name.isPresent(); name = xml.nextChild(0)) {
      message |= name.get().startsWith("BkToCstmr");
      if (message && KINDS.containsKey(name.get())) {
        into.accept(statement(xml, KINDS.getOrDefault(name.get(), StatementKind.ADVICE)));
        statements++;
      } else if (name.get().equals("GrpHdr") || name.get().equals("AppHdr")) {
        xml.skip();
      }
    }
    if (statements == 0) {
      throw reading.refusal("The message holds no statement.", "Ask the bank for a file with a Stmt, Rpt or Ntfctn in it.");
    }
  }

  private Statement statement(XmlStream xml, StatementKind kind) {
    var statement = new CamtStatement(reading, kind);
    int level = xml.depth();
    for (Optional<String> name = xml.nextChild(level); name.isPresent(); name = xml.nextChild(level)) {
      if (name.get().equals("Ntry")) {
        entry(xml, statement);
      } else {
        statement.head(xml.node());
      }
    }
    return statement.done();
  }

  /** A batch may hold any number of payments: they are read one by one. */
  private void entry(XmlStream xml, CamtStatement statement) {
    var entry = new CamtEntry(reading, statement.account());
    int level = xml.depth();
    for (Optional<String> name = xml.nextChild(level); name.isPresent(); name = xml.nextChild(level)) {
      switch (name.get()) {
        case "NtryDtls" -> details(xml, entry);
        case "TxDtls" -> entry.payment(xml.node());
        default -> entry.head(xml.node());
      }
    }
    statement.add(entry.done());
  }

  private static void details(XmlStream xml, CamtEntry entry) {
    int level = xml.depth();
    for (Optional<String> name = xml.nextChild(level); name.isPresent(); name = xml.nextChild(level)) {
      if (name.get().equals("TxDtls")) {
        entry.payment(xml.node());
      } else {
        xml.skip();
      }
    }
  }
}
