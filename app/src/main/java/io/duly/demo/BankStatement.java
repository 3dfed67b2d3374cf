package io.duly.demo;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement of one day as a bank would send it.
 *
 * @param opening minor units
 */
record BankStatement(String account, Currency currency, LocalDate day, long opening, List<Line> lines) {
  /**
   * Money that came.
   *
   * @param amount minor units, above zero
   */
  record Line(String payer, String account, long amount, String text) {}

  /** As camt.053, the form that says most. */
  String camt() {
    long closing = opening + lines.stream().mapToLong(Line::amount).sum();
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>%1$s-%2$s</MsgId><CreDtTm>%2$sT23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>%1$s-%2$s</Id><CreDtTm>%2$sT23:00:00</CreDtTm><FrToDt><FrDtTm>%2$sT00:00:00</FrDtTm><ToDtTm>%2$sT23:59:59</ToDtTm></FrToDt>
        <Acct><Id><Othr><Id>%1$s</Id></Othr></Id><Ccy>%3$s</Ccy></Acct>
        %4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
        """.formatted(account, day, currency, balance("OPBD", opening), balance("CLBD", closing), lines.stream().map(this::entry).collect(Collectors.joining()));
  }

  private String balance(String kind, long amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>\n".formatted(kind, money(amount), day);
  }

  private String entry(Line line) {
    return """
        <Ntry>%s<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt>
        <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>%3$s</Nm></Pty></Dbtr><DbtrAcct><Id><Othr><Id>%4$s</Id></Othr></Id></DbtrAcct></RltdPties>
        <RmtInf><Ustrd>%5$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """.formatted(money(line.amount()), day, escaped(line.payer()), line.account(), escaped(line.text()));
  }

  private String money(long amount) {
    return "<Amt Ccy=\"%s\">%s</Amt>".formatted(currency, Money.ofMinor(amount, currency.getCurrencyCode()).major().toPlainString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
