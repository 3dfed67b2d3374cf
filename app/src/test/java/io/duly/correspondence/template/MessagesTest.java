package io.duly.correspondence.template;

import static io.duly.charging.Account.by;
import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.Disputes;
import io.duly.charging.Account;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.strategy.Channel;
import io.duly.strategy.Policies;
import io.duly.strategy.Tone;
import io.duly.testing.Office;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a message of a real case says. */
class MessagesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);
  private final Messages messages = OFFICE.the(Messages.class);
  private final Templates templates = OFFICE.the(Templates.class);

  private Creditor creditor() {
    return OFFICE.the(Parties.class).creditors(account.work.sql).stream()
        .filter(one -> one.id().equals(account.work.creditor)).findFirst().orElseThrow();
  }

  private void signed() {
    var sender =
        new Sender(
            creditor().name(), creditor().country(), List.of("18 Mill Lane", "Leeds LS1 4AB"), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(new Sender.Person("Ada Lindqvist", Optional.empty(), "+44 113 496 0001", Optional.empty())),
            List.of(new PayTo(Currency.getInstance("EUR"), "Brightwell", "DE02120300000000202051", Optional.of("BYLADEM1001"), Optional.empty(), Optional.empty())),
            List.of("Registered in England"));
    var branding = new Branding(sender, "#225566", Branding.LetterForm.UK, Optional.empty());
    OFFICE.the(Brandings.class).save(account.work.sql, creditor(), branding, "person:anna", NOW);
    assertThat(OFFICE.the(Brandings.class).of(account.work.sql, creditor())).isEqualTo(branding);
  }

  private Composed composed(Kind kind, String day) {
    var claims = Bearing.of(Policies.shipped("standard"), kind);
    return messages.compose(account.work.sql, account.work.caseId, kind, Language.EN, Tone.NEUTRAL, Channel.EMAIL, claims, day(day));
  }

  @Test
  @Tag("P19")
  void namesWhatIsAskedWhatWasPaidAndWhatIsContested() {
    signed();
    account.work.the(Disputes.class)
        .open(account.work.sql, account.work.invoice, eur("200.00"), "two pallets missing", day("2026-06-10"), by("2026-05-20"));
    account.pay(account.work.invoice, account.receive("450.00", "2026-05-12"), "450.00", "2026-05-13");
    account.post("2026-06-01");
    var composed = composed(Kind.FORMAL_DEMAND, "2026-06-02");
    assertThat(composed.plain())
        .contains("Of €1,200.00, €450.00 was paid on 12 May 2026", "4711", "Contested by you", "-200.00", "BGB § 288", "Ada Lindqvist")
        .contains("we will write to you once more");
    assertThat(ToneCheck.gravest(ToneCheck.of(Language.EN).check(composed.words(), composed.occasion().facts()))).isEqualTo(Severity.HINT);
    assertThat(composed(Kind.FINAL_DEMAND, "2026-06-02").plain()).contains("collection agency").doesNotContain("court");
  }

  @Test
  void allCurrenciesOfADebtorAreInOneMessageAndNeverAdded() {
    signed();
    account.work.invoice(account.work.debtor, "5001", "77.70", "GBP");
    account.work.openCase(account.work.debtor, "GBP");
    assertThatThrownBy(() -> composed(Kind.FIRST_REMINDER, "2026-06-01")).isInstanceOf(CannotRender.class).hasMessageContaining("GBP");
    var before = OFFICE.the(Brandings.class).of(account.work.sql, creditor());
    var one = before.sender();
    var accounts = List.of(one.accounts().getFirst(),
        new PayTo(Currency.getInstance("GBP"), "Brightwell", "12345678", Optional.empty(), Optional.empty(), Optional.of("20-00-00")));
    var sender = new Sender(one.name(), one.country(), one.address(), one.email(), one.phone(), one.website(), one.person(), accounts, one.footer());
    OFFICE.the(Brandings.class).save(account.work.sql, creditor(), new Branding(sender, before.colour(), before.form(), before.logo()), "person:anna", NOW);
    assertThat(composed(Kind.FIRST_REMINDER, "2026-06-01").plain())
        .contains("€1,200.00 and £77.70", "Statement in EUR", "Statement in GBP", "20-00-00");
  }

  @Test
  void nobodyIsAskedForWhatIsNotOverdueAndNobodyUnnamedAsks() {
    assertThatThrownBy(() -> composed(Kind.FIRST_REMINDER, "2026-06-01")).isInstanceOf(CannotRender.class).hasMessageContaining("branding");
    signed();
    assertThatThrownBy(() -> composed(Kind.FIRST_REMINDER, "2026-04-20")).isInstanceOf(CannotRender.class).hasMessageContaining("overdue");
  }

  @Test
  void aCreditorsOwnVersionIsInForceAndTheOnesBeforeAreKept() {
    signed();
    var sql = account.work.sql;
    var shipped = Templates.shipped(Kind.FIRST_REMINDER, Language.EN).source();
    templates.save(sql, account.work.creditor, Kind.FIRST_REMINDER, Language.EN, shipped.replace("Kind", "Kind"), "person:anna", NOW);
    var findings = templates.save(
        sql, account.work.creditor, Kind.FIRST_REMINDER, Language.EN, shipped.replace("# body", "# body\nOur order book is open.\n"), "person:anna", NOW);
    assertThat(findings).isEmpty();
    assertThat(composed(Kind.FIRST_REMINDER, "2026-06-01").plain()).startsWith("Our order book is open.");
    assertThat(templates.versions(sql, account.work.creditor, Kind.FIRST_REMINDER, Language.EN)).extracting(TemplateText::version).containsExactly(2, 1);
    assertThat(templates.own(sql, account.work.creditor)).extracting(TemplateText::version).containsExactly(2);
    assertThatThrownBy(() -> OFFICE.database().execute("set role duly_app", "delete from correspondence.template_version")).isInstanceOf(RuntimeException.class);
    assertThat(Set.of(templates.inForce(sql, account.work.creditor, Kind.RECAP, Language.DE).version())).containsExactly(0);
  }

  @Test
  void anEmailBeginsWithItsSendersNameOverALineInItsColour() {
    signed();
    var before = OFFICE.the(Brandings.class).of(account.work.sql, creditor());
    OFFICE.the(Brandings.class).save(account.work.sql, creditor(), new Branding(before.sender(), "#7a1f1f", before.form(), before.logo()), "person:anna", NOW);
    assertThat(composed(Kind.FIRST_REMINDER, "2026-06-01").email().html())
        .containsSubsequence("<body", "border-bottom:3px solid #7a1f1f", before.sender().name() + "</p>", "4711")
        .doesNotContain("<img", "src=", "url(");
  }

  @Test
  void aBrandingIsWhatItSaysItIs() {
    var one = Branding.plain(creditor().name(), Optional.empty()).sender();
    var wrong = new Sender(one.name(), one.country(), List.of(), Optional.of("a@b\r\nBcc: c@d"), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    assertThatThrownBy(() -> save(wrong)).hasMessageContaining("no e-mail address");
    var iban = new PayTo(Currency.getInstance("EUR"), "B", "DE03120300000000202051", Optional.empty(), Optional.empty(), Optional.empty());
    var mistyped = new Sender(one.name(), one.country(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(iban), List.of());
    assertThatThrownBy(() -> save(mistyped)).hasMessageContaining("check digits");
  }

  @Test
  void vatOnCostsIsKeptAndOutlivesEveryOtherChange() {
    signed();
    var none = Optional.<String>empty();
    save(OFFICE.the(Brandings.class).of(account.work.sql, creditor()).sender().chargingVat(Optional.of(new java.math.BigDecimal("21.00"))));
    var change = new BrandingChange(
        Optional.of("Brightwell"), Optional.empty(), none, none, none, none, none, none, none, Optional.empty(), Optional.empty(), none, Optional.empty());
    var changed = change.over(OFFICE.the(Brandings.class).of(account.work.sql, creditor()), Optional.empty());
    save(changed.sender());
    assertThat(OFFICE.the(Brandings.class).of(account.work.sql, creditor()).sender())
        .returns("Brightwell", Sender::name)
        .returns(Optional.of(new java.math.BigDecimal("21.00")), Sender::costsVat);
  }

  private void save(Sender sender) {
    OFFICE.the(Brandings.class)
        .save(account.work.sql, creditor(), new Branding(sender, Branding.QUIET, Branding.LetterForm.DIN5008B, Optional.empty()), "person:anna", NOW);
  }
}
