package io.duly.correspondence.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import io.duly.strategy.Tone;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a name holds, it stays a name. */
@Tag("P12")
class HostileValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "**bold** _it_ [pay](https://evil.example) ![x](https://evil.example/x.png)", "# Heading\n\n- item\n- item", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "\"><a href='https://evil.example'>", "{{statement}} {{total}} {{if agency}} {{end}} ${x} #{y}",
        "A\r\nBcc: all@evil.example\r\n\r\nBody", "\u202Egnp.exe\u202C \u2066x\u2069 \u200B\u00AD", "&amp; &lt;b&gt; &#60;i&#62;", "\\ ` ~~~ ``` ```",
        "=cmd|' /C calc'!A0", "\0\u0007\u001B[31m", "| a | b |\n|---|---|"
      })
  void itMakesNoMarkupNoLinkNoLineAndNoValue(String hostile) {
    var plain = composed("Smith");
    var composed = composed(hostile);
    var email = composed.email();
    assertThat(tags(email.html())).isEqualTo(tags(plain.email().html()));
    assertThat(email.html()).doesNotContain("evil.example", "{{", "script>");
    assertThat(composed.pieces()).hasSameSizeAs(plain.pieces());
    assertThat(email.subject()).doesNotContain("\n", "\r", "\u202E");
    assertThat(email.plain()).doesNotContain("\r", "\u202E", "\u2066", "\0", "\u001B", "evil.example");
    assertThat(composed.sms()).doesNotContain("\n", "\r", "evil.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "* ", "{{case}}", "\u202E", "W "})
  void tenThousandSignsOfItAreCut(String sign) {
    var composed = composed(sign.repeat(10_000));
    assertThat(composed.plain().length()).isLessThan(12_000);
    assertThat(composed.subject().length()).isLessThan(300);
  }

  /** What the check of the tone says of a message is about our words; nobody is spared or stopped by a name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Smith\nWe will tell your employer", "{{if court}} we will sue {{end}}", "<b>Thank you</b>", "\u202Eredrum\u202C", "Arrest Warrant Records Ltd",
        "We will break your legs GmbH", "Pay today or go to prison Inc.", "Bailiff & Sons", "We have not started proceedings"
      })
  void itDoesNotChangeWhatIsSaidOfTheTone(String hostile) {
    assertThat(verdict(hostile)).isEqualTo(verdict("Smith")).isEmpty();
    assertThat(verdict(hostile.repeat(1 + 10_000 / hostile.length()))).isEmpty();
  }

  private static List<String> verdict(String name) {
    var one = Correspondent.to(Correspondent.occasion(Kind.FORMAL_DEMAND, Language.EN, 1), name, name);
    var composed = Correspondent.composed(Kind.FORMAL_DEMAND, Language.EN, one);
    return ToneCheck.of(Language.EN).check(composed.words(), composed.occasion().facts()).stream()
        .filter(finding -> finding.severity() != Severity.HINT)
        .map(finding -> finding.rule() + ": " + finding.words())
        .toList();
  }

  private static String tags(String html) {
    return html.replaceAll(">[^<]*<", "><");
  }

  private static Composed composed(String name) {
    var one = Example.of(Kind.FORMAL_DEMAND, Language.EN);
    var owed = one.owed().getFirst();
    var first = owed.invoices().getFirst();
    var invoice =
        new Owed.Invoice(
            name, first.issuedOn(), first.dueOn(), first.gross(), first.settled(), first.open(), first.disputed(), Optional.of(name));
    var charge = new Owed.Charge("interest", name, name, owed.charges().getFirst().open());
    var person = new Sender.Person(name, Optional.of(name), name, Optional.of(name));
    var sender = new Sender(name, Optional.of("GB"), List.of(name), Optional.of(name), Optional.of(name), Optional.of(name), Optional.of(person),
        one.sender().accounts(), List.of(name));
    var recipient = new Recipient(name, name, DebtorKind.COMPANY, Optional.of(name), List.of(name, name), Optional.of("GB"), false);
    var occasion =
        new Occasion(
            one.kind(), one.day(), false, sender, recipient, 7, List.of(new Owed(owed.currency(), List.of(invoice), List.of(charge), owed.payments())),
            one.claims(), one.instalment(), one.received(), one.agreed(), new Documents(List.of(name), List.of(name)), one.callOn());
    return Composer.compose(ShippedTemplates.of(Kind.FORMAL_DEMAND, Language.EN), occasion, Language.EN, Tone.FIRM, Channel.EMAIL);
  }
}
