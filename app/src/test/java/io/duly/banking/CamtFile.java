package io.duly.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A camt file of one account and day, put together in words. */
final class CamtFile {
  static final String ACCOUNT = "DE02120300000000202051";
  private final int number;
  private final String group;
  private final String part;
  private final LocalDate day;
  private final List<String> entries = new ArrayList<>();
  private String account = ACCOUNT;
  private String balances = "";
  private String id = "S1";

  private CamtFile(int number, String group, String part, LocalDate day) {
    this.number = number;
    this.group = group;
    this.part = part;
    this.day = day;
  }

  /** What the bank booked on a day: balances in euros. */
  static CamtFile booked(String day, String opening, String closing) {
    var file = new CamtFile(53, "BkToCstmrStmt", "Stmt", LocalDate.parse(day));
    file.balances = balance("OPBD", opening, day) + balance("CLBD", closing, day);
    return file;
  }

  static CamtFile advice(String day) {
    return new CamtFile(54, "BkToCstmrDbtCdtNtfctn", "Ntfctn", LocalDate.parse(day));
  }

  static CamtFile intraday(String day) {
    return new CamtFile(52, "BkToCstmrAcctRpt", "Rpt", LocalDate.parse(day));
  }

  CamtFile of(String number) {
    account = number;
    return this;
  }

  CamtFile id(String said) {
    id = said;
    return this;
  }

  /** A booking with one payment; below zero went out. */
  CamtFile entry(String amount, String bankReference, String endToEnd, String payer, String text) {
    return booking(amount, bankReference, "BOOK", "", "<TxDtls>" + payment(endToEnd, payer, text) + "</TxDtls>");
  }

  /** A booking with what the bank says of it: its status, other elements, and the parts in XML. */
  CamtFile booking(String amount, String bankReference, String status, String beside, String parts) {
    entries.add(
        "<Ntry>" + amount(amount) + beside + "<Sts><Cd>" + status + "</Cd></Sts><BookgDt><Dt>" + day + "</Dt></BookgDt>"
            + (bankReference.isEmpty() ? "" : "<AcctSvcrRef>" + bankReference + "</AcctSvcrRef>") + "<NtryDtls>" + parts + "</NtryDtls></Ntry>");
    return this;
  }

  /** One payment of a batch. */
  static String part(String amount, String endToEnd, String payer) {
    return "<TxDtls>" + amount(amount) + payment(endToEnd, payer, "") + "</TxDtls>";
  }

  private static String payment(String endToEnd, String payer, String text) {
    return (endToEnd.isEmpty() ? "" : "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>")
        + (payer.isEmpty() ? "" : "<RltdPties><Dbtr><Pty><Nm>" + payer + "</Nm></Pty></Dbtr></RltdPties>")
        + (text.isEmpty() ? "" : "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>");
  }

  private static String amount(String amount) {
    boolean out = amount.startsWith("-");
    return "<Amt Ccy=\"EUR\">" + (out ? amount.substring(1) : amount) + "</Amt><CdtDbtInd>" + (out ? "DBIT" : "CRDT") + "</CdtDbtInd>";
  }

  private static String balance(String code, String amount, String day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>" + amount(amount) + "<Dt><Dt>" + day + "</Dt></Dt></Bal>";
  }

  String xml() {
    return String.format(
        Locale.ROOT,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.0%d.001.08\"><%s><GrpHdr><MsgId>M</MsgId></GrpHdr><%s><Id>%s</Id>"
            + "<FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt><Acct><Id>%s</Id><Ccy>EUR</Ccy></Acct>%s%s</%s></%s></Document>",
        number, group, part, id, day, day, accountXml(), balances, String.join("", entries), part, group);
  }

  private String accountXml() {
    return account.matches("[A-Z]{2}\\d\\d.*") ? "<IBAN>" + account + "</IBAN>" : "<Othr><Id>" + account + "</Id></Othr>";
  }
}
