package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Disputes;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.correspondence.StatedWishes;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.contact.Stop;
import io.duly.strategy.HoldKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An e-mail, an SMS, a letter and a fax wait; one second before they would leave the facts change, each by the way on which it really comes. */
@Tag("I4")
@Tag("P08")
class OneSecondBeforeTest {
  private static final Currency EUR = Currency.getInstance("EUR");

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
  void anInvoiceIsDisputed() {
    for (var id : post.rows("select id from ledger.invoice")) {
      post.in(tx -> post.the(Disputes.class).open(tx, new InvoiceId(UUID.fromString(id)), new Money(1000, EUR), "two are missing", Post.TODAY.plusDays(5), by()));
    }
    nothingLeaves();
  }

  @Test
  void aHoldIsPlaced() {
    debtors.values().forEach(debtor ->
        post.in(tx -> post.the(Holds.class).place(tx, post.creditor, debtor, new HoldRequest(HoldKind.MANUAL, "talks are under way", Optional.empty()), by())));
    nothingLeaves();
  }

  @Test
  void theDebtorAsksUsToStop() {
    debtors.values().forEach(debtor ->
        post.in(tx -> {
          var said = new StatedWishes.Statement(post.creditor, debtor, "please stop", "shell:ada", post.clock.instant());
          post.the(StatedWishes.class).stop(tx, said, Stop.everything(post.clock.instant()));
          return 0;
        }));
    nothingLeaves();
  }

  private void nothingLeaves() {
    post.clock.pass(Duration.ofSeconds(1));
    post.send();
    assertThat(post.arrived()).isEmpty();
    assertThat(provider.seen()).isEmpty();
    assertThat(post.one("select count(*) from correspondence.attempt")).isEqualTo("0");
    assertThat(post.rows("select distinct state from correspondence.message")).containsExactly("withdrawn");
  }

  private Recorded by() {
    return Recorded.by("shell:ada", Post.TODAY, post.clock.instant());
  }
}
