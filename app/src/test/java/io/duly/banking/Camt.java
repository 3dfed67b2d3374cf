package io.duly.banking;

/** camt.053 written for tests: opens with 100.00, closes with 200.00. */
final class Camt {
  private Camt() {}

  static String statement(String version, String entries) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version + "\"><BkToCstmrStmt>"
        + "<GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        + balance("OPBD", "100.00") + balance("CLBD", "200.00") + entries + "</Stmt></BkToCstmrStmt></Document>";
  }

  static String balance(String code, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>";
  }

  static String entry(String amount, String direction, String payments) {
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-31</Dt></BookgDt>"
        + "<AcctSvcrRef>BR1</AcctSvcrRef><NtryDtls>" + payments + "</NtryDtls></Ntry>";
  }

  static String payment(String amount, String text, String payer) {
    return "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy=\"EUR\">" + amount + "</Amt><RltdPties><Dbtr><Pty><Nm>" + payer
        + "</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>" + text + "</Ustrd></RmtInf></TxDtls>";
  }
}
