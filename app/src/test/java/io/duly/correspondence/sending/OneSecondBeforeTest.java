package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Disputes;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cli.CommandRun;
import io.duly.correspondence.StatedWishes;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.contact.Stop;
import io.duly.strategy.HoldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An e-mail, an SMS, a letter and a fax wait; one second before they would leave the facts change, each by the way on which it really comes. */
@Tag("I4")
@Tag("P08")
class OneSecondBeforeTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @TempDir private Path folder;
  private final Post post = new Post();
  private final RoughProvider provider;
  private final Map<String, DebtorId> debtors = new LinkedHashMap<>();

  OneSecondBeforeTest() throws IOException {
    provider = RoughProvider.in();
  }

  @BeforeEach
  void fourWait() {
    for (var way : new String[] {"email", "sms", "letter", "fax"}) {
      debtors.put(way, post.remindedBy(way.equals("fax") ? "letter" : way));
    }
    post.database.execute(
        "update parties.debtor set fax = '+4930123456' where id = '" + debtors.get("fax") + "'",
        "update correspondence.sender set sms_provider = 'default', sms_from = 'Brightwell', print_provider = 'default', fax_gateway = 'default'");
    var environment = new HashMap<>(SmsTest.environment(provider));
    environment.putAll(LettersByProviderTest.environment(provider));
    environment.put("DULY_FAX_ADDRESS", "{number}@fax.gateway.example");
    post.with(environment);
  }

  @AfterEach
  void close() throws IOException {
    provider.close();
    post.close();
  }

  @Test
  void allFourLeaveWhereNothingHappens() {
    post.clock.pass(Duration.ofSeconds(1));
    assertThat(post.send()).returns(4, SendReport::sent);
    assertThat(post.arrived()).hasSize(2);
    assertThat(provider.taken()).hasSize(2);
    assertThat(post.rows("select way from correspondence.attempt order by way")).containsExactly("fax", "print", "sms", "smtp");
  }

  @Test
  void aPaymentIsImported() throws IOException {
    post.database.execute("update ledger.invoice set number = 'RE-2026-0471' || right(number, 1)");
    var entries = post.rows("select number from ledger.invoice order by number").stream().map(number -> entry("1200.00", "CRDT", "Invoice " + number)).collect(Collectors.joining());
    imported(statement(Post.TODAY, entries));
    assertThat(post.one("select count(*) from ledger.posting")).isEqualTo("4");
    nothingLeaves("withdrawn");
  }

  @Test
  void moneyIsImportedThatIsPerhapsTheirs() throws IOException {
    post.database.execute("update ledger.invoice set number = 'RE-2026-0471' || right(number, 1)");
    var entries = post.rows("select number from ledger.invoice order by number").stream().map(number -> entry("700.00", "CRDT", "on " + number)).collect(Collectors.joining());
    imported(statement(Post.TODAY, entries));
    nothingLeaves("withdrawn");
  }

  @Test
  void anInvoiceIsDisputed() {
    for (var id : post.rows("select id from ledger.invoice")) {
      post.in(tx -> post.the(Disputes.class).open(tx, new InvoiceId(UUID.fromString(id)), new Money(1000, EUR), "two are missing", Post.TODAY.plusDays(5), by()));
    }
    nothingLeaves("withdrawn");
  }

  @Test
  void aHoldIsPlaced() {
    debtors.values().forEach(debtor ->
        post.in(tx -> post.the(Holds.class).place(tx, post.creditor, debtor, new HoldRequest(HoldKind.MANUAL, "talks are under way", Optional.empty()), by())));
    nothingLeaves("withdrawn");
  }

  @Test
  void theDebtorAsksUsToStop() {
    debtors.values().forEach(debtor ->
        post.in(tx -> {
          var said = new StatedWishes.Statement(post.creditor, debtor, "please stop", "shell:ada", post.clock.instant());
          post.the(StatedWishes.class).stop(tx, said, Stop.everything(post.clock.instant()));
          return 0;
        }));
    nothingLeaves("withdrawn");
  }

  @Test
  void theBankDataTurnsOutToBeOld() throws IOException {
    imported(statement(Post.TODAY.minusDays(12), entry("12.00", "DBIT", "bank charges")));
    nothingLeaves("checked");
    assertThat(post.rows("select distinct waits_why from correspondence.message")).containsExactly("the bank data is of " + Post.TODAY.minusDays(12));
    imported(statement(Post.TODAY, entry("12.00", "DBIT", "bank charges")));
    post.clock.pass(Duration.ofHours(2));
    assertThat(post.send()).as("fresh data lets them go").returns(4, SendReport::sent);
  }

  private void nothingLeaves(String state) {
    post.clock.pass(Duration.ofSeconds(1));
    post.send();
    assertThat(post.arrived()).isEmpty();
    assertThat(provider.seen()).isEmpty();
    assertThat(post.one("select count(*) from correspondence.attempt")).isEqualTo("0");
    assertThat(post.rows("select distinct state from correspondence.message")).containsExactly(state);
  }

  private Recorded by() {
    return Recorded.by("shell:ada", Post.TODAY, post.clock.instant());
  }

  private void imported(String statement) throws IOException {
    var file = Files.writeString(folder.resolve("statement.xml"), statement);
    var run = CommandRun.of(post.database, "import", file.toString(), "--creditor", "Brightwell Supplies", "--date", Post.TODAY.toString());
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  private static String entry(String amount, String direction, String words) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt><NtryDtls><TxDtls>
        <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
        .formatted(amount, direction, words);
  }

  private static String statement(LocalDate day, String entries) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>{day}</MsgId><CreDtTm>{day}T23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>{day}</Id><CreDtTm>{day}T23:00:00</CreDtTm><FrToDt><FrDtTm>{day}T00:00:00</FrDtTm><ToDtTm>{day}T23:59:59</ToDtTm></FrToDt>
        <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
        """.stripTrailing()
        .concat(entries)
        .concat("</Stmt></BkToCstmrStmt></Document>")
        .replace("{day}", day.toString());
  }
}
