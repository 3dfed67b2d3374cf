package io.duly.correspondence.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.CaseFacts;
import io.duly.wording.Category;
import io.duly.wording.Claim;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.ToneCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped may be sent as it is, in every language and tone. */
class ShippedTemplatesTest {
  static Stream<Arguments> all() {
    return Kind.ofTemplates().stream().flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
  }

  @Tag("P12")
  @Tag("P18")
  @ParameterizedTest
  @MethodSource("all")
  void nothingShippedIsFoundFaultWithAndTheGoodSideIsThere(Kind kind, Language language) {
    for (var tone : Tone.values()) {
      for (var channel : List.of(Channel.EMAIL, Channel.LETTER)) {
        var composed = composed(kind, language, tone, channel, Example.of(kind, language));
        var found = findings(language, composed.words(), composed.occasion().facts());
        assertThat(kind == Kind.CALL ? List.of() : found).isEmpty();
        assertThat(findings(language, composed.sms(), composed.occasion().facts()))
          .as(composed.sms())
          .allMatch(finding -> finding.category() == Category.GOOD_SIDE);
      }
    }
  }

  @Tag("P12")
  @ParameterizedTest
  @MethodSource("all")
  void courtAndAgencyAreSpokenOfOnlyWhereThePolicyForeseesThem(Kind kind, Language language) {
    var example = Example.of(kind, language);
    var occasion = with(example, Set.of(Claim.INTEREST, Claim.FEES));
    for (var tone : Tone.values()) {
      var composed = composed(kind, language, tone, Channel.LETTER, occasion);
      var allowed = kind == Kind.FINAL_DEMAND ? Set.of(Claim.INTEREST, Claim.FEES, Claim.FINAL_DEMAND) : Set.of(Claim.INTEREST, Claim.FEES);
      var found = findings(language, composed.words(), CaseFacts.bearing(allowed).withContactName("Ada Lindqvist"));
      assertThat(kind == Kind.CALL ? List.of() : found).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOccasionWithOneInvoiceAndNothingPaidReadsWellToo(Kind kind, Language language) {
    var one = Example.of(kind, language);
    var owed = one.owed().getFirst();
    var alone = new Owed(owed.currency(), owed.invoices().subList(1, 2), List.of(), List.of());
    var occasion = new Occasion(
        one.kind(), one.day(), false, one.sender(), one.recipient(), 7, List.of(alone), Set.of(), one.instalment(), one.received(), one.agreed(),
        one.documents(), Optional.empty());
    for (var tone : Tone.values()) {
      var composed = composed(kind, language, tone, Channel.EMAIL, occasion);
      assertThat(kind == Kind.CALL || kind == Kind.FINAL_DEMAND ? List.of() : findings(language, composed.words(), occasion.facts())).isEmpty();
    }
  }

  @Tag("P10")
  @ParameterizedTest
  @MethodSource("all")
  void anSmsFitsOneMessageAndTellsNobodyOfTheDebt(Kind kind, Language language) {
    var sms = composed(kind, language, Tone.NEUTRAL, Channel.SMS, Example.of(kind, language)).sms();
    var length = SmsLength.of(sms);
    assertThat(length.gsm()).as(sms).isTrue();
    assertThat(length.segments()).as(length.units() + ": " + sms).isLessThanOrEqualTo(1);
    assertThat(sms.toLowerCase(Locale.ROOT)).doesNotContainPattern("€|£|\\beur\\b|r-2026|invoice|rechnung|factur|debt|\\bschuld|dette|deuda");
  }

  @Tag("P19")
  @ParameterizedTest
  @MethodSource("all")
  void aDemandSaysWhatIsOwedWhatWasPaidHowToPayAndWhoCanBeCalled(Kind kind, Language language) {
    if (!kind.isDemand()) {
      return;
    }
    var composed = composed(kind, language, Tone.FIRM, Channel.EMAIL, Example.of(kind, language));
    var forms = composed.forms();
    var owed = composed.occasion().owed().getFirst();
    assertThat(composed.plain())
        .contains(forms.money(owed.total()).replace('\u00A0', ' ').replace('\u202F', ' '), "R-2026-0398", "R-2026-0405", "R-2026-0412")
        .contains("DE02 1203 0000 0000 2020 51", "Ada Lindqvist", "+44 113 496 0001")
        .contains(forms.money(owed.paid()).replace('\u00A0', ' ').replace('\u202F', ' '));
    assertThat(composed.plain().lines().filter(line -> line.length() > 76)).isEmpty();
  }

  private static Composed composed(Kind kind, Language language, Tone tone, Channel channel, Occasion occasion) {
    return Composer.compose(ShippedTemplates.of(kind, language), occasion, language, tone, channel);
  }

  private static List<Finding> findings(Language language, String text, CaseFacts facts) {
    return ToneCheck.of(language).check(text, facts);
  }

  private static Occasion with(Occasion one, Set<Claim> claims) {
    return new Occasion(
        one.kind(), one.day(), one.forAnother(), one.sender(), one.recipient(), one.caseNumber(), one.owed(), claims, one.instalment(),
        one.received(), one.agreed(), one.documents(), one.callOn());
  }
}
