package io.duly.banking.reading;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Original;
import io.duly.banking.statement.ReturnReason;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What TxDtls, or an Ntry without them, says of a payment. */
record CamtDetails(Reading reading, String account, boolean debit, boolean reversal) {

  Details of(Node node) {
    return new Details(
        node.text("Refs", "EndToEndId").filter(text -> !text.equals("NOTPROVIDED")),
        node.text("Refs", "MndtId"),
        strings(node, "CdtrRefInf/Ref", "CdtrRefInf/CdtrRef"),
        strings(node, "RfrdDocInf/Nb", "RfrdDocInf/RfrdDocNb"),
        remittance(node),
        counterparty(node),
        charges(node),
        original(node),
        returned(node),
        node.anyText("AddtlTxInf", "AddtlNtryInf"));
  }

  static Optional<String> code(Node node) {
    return node.at("BkTxCd", "Domn")
        .flatMap(domain -> domain.text("Cd").map(code -> code + "-" + domain.text("Fmly", "Cd").orElse("") + "-" + domain.text("Fmly", "SubFmlyCd").orElse("")))
        .or(() -> node.text("BkTxCd", "Prtry", "Cd"));
  }

  static Stream<String> words(Details details) {
    return Stream.of(details.references(), details.documents(), details.remittance(), details.endToEnd().stream().toList()).flatMap(List::stream);
  }

  /** The amount of one payment in the currency of its entry, if the file says it. */
  Optional<Money> amount(Node node, Money entry) {
    boolean out = node.text("CdtDbtInd").map("DBIT"::equals).orElse(entry.minor() < 0);
    return Stream.of(node.at("Amt"), node.at("AmtDtls", "TxAmt", "Amt"), node.at("AmtDtls", "CntrValAmt", "Amt"))
        .flatMap(Optional::stream)
        .filter(amount -> amount.currency().equals(entry.currency().getCurrencyCode()))
        .findFirst()
        .map(amount -> CamtAmounts.directed(CamtAmounts.plain(reading, amount), out));
  }

  private static List<String> strings(Node node, String... paths) {
    return strds(node).flatMap(strd -> strd.anyText(paths).stream()).distinct().toList();
  }

  private static Stream<Node> strds(Node node) {
    return node.at("RmtInf").stream().flatMap(information -> information.all("Strd"));
  }

  private static List<String> remittance(Node node) {
    return Stream.concat(
            node.at("RmtInf").stream().flatMap(information -> information.all("Ustrd")),
            strds(node).flatMap(strd -> strd.all("AddtlRmtInf")))
        .map(line -> line.text().toString().strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Money in comes from the debtor, money out goes to the creditor; what is taken back has the roles of what it takes back. */
  private Counterparty counterparty(Node node) {
    boolean creditor = debit != reversal;
    Counterparty likely = party(node, creditor ? "Cdtr" : "Dbtr");
    Counterparty other = party(node, creditor ? "Dbtr" : "Cdtr");
    boolean ours = likely.equals(Counterparty.UNKNOWN) || likely.account().filter(account::equals).isPresent();
    return ours && !other.account().filter(account::equals).isPresent() ? other : likely;
  }

  private static Counterparty party(Node node, String role) {
    Node parties = node.at("RltdPties").orElse(node);
    return new Counterparty(
        parties.anyText(role + "/Nm", role + "/Pty/Nm", role + "/Agt/FinInstnId/Nm", role + "Acct/Nm"),
        parties.anyText("Ultmt" + role + "/Nm", "Ultmt" + role + "/Pty/Nm"),
        parties.at(role + "Acct").flatMap(CamtParty::account),
        node.at("RltdAgts", role + "Agt", "FinInstnId").flatMap(CamtParty::bank));
  }

  private List<Money> charges(Node node) {
    var records = node.all("Chrgs").flatMap(charges -> Stream.concat(charges.all("Rcrd"), charges.at("Amt").map(amount -> charges).stream())).toList();
    if (!records.isEmpty()) {
      return records.stream()
          .filter(each -> each.at("Amt").isPresent())
          .map(this::charge)
          .filter(charge -> !charge.isZero())
          .toList();
    }
    return node.all("Chrgs").flatMap(charges -> charges.at("TtlChrgsAndTaxAmt").stream()).map(amount -> CamtAmounts.plain(reading, amount)).filter(charge -> !charge.isZero()).toList();
  }

  /** A charge is a cost unless it is credited. */
  private Money charge(Node charge) {
    boolean credited = charge.text("CdtDbtInd").filter("CRDT"::equals).isPresent();
    return CamtAmounts.directed(CamtAmounts.plain(reading, charge.at("Amt").orElseThrow()), credited);
  }

  private Optional<Original> original(Node node) {
    String own = node.at("Amt").or(() -> node.at("AmtDtls", "TxAmt", "Amt")).map(Node::currency).orElse("");
    return node.at("AmtDtls", "InstdAmt", "Amt")
        .filter(amount -> !amount.currency().isEmpty() && !amount.currency().equals(own) || rate(node).isPresent())
        .map(amount -> new Original(CamtAmounts.plain(reading, amount), rate(node)));
  }

  private Optional<BigDecimal> rate(Node node) {
    return node.at("AmtDtls")
        .flatMap(amounts -> amounts.anyText("InstdAmt/CcyXchg/XchgRate", "TxAmt/CcyXchg/XchgRate", "CntrValAmt/CcyXchg/XchgRate"))
        .filter(text -> text.matches("\\d{1,11}(\\.\\d{1,11})?"))
        .map(BigDecimal::new);
  }

  private static Optional<ReturnReason> returned(Node node) {
    return node.at("RtrInf").map(info -> new ReturnReason(info.anyText("Rsn/Cd", "Rsn/Prtry", "RtrRsn/Cd", "RtrRsn/Prtry"), info.text("AddtlInf").or(() -> info.text("AddtlRtrRsnInf"))));
  }
}
