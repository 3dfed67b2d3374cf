package io.duly.correspondence.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Claim;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.OptOut;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What laws want a demand to say stands in it, exactly, or the message does not leave and the statute is named. */
@Tag("P02")
class StatutoryLettersTest {
  private static final String COLLECTOR = "Nordlicht Inkasso GmbH, Hafenstraße 3, 24103 Kiel";

  private static String said(Occasion occasion, Language language) {
    return Correspondent.composed(occasion.kind(), language, occasion).words().replace('\u00A0', ' ');
  }

  @Test
  void theDutchLetterNamesTheExactCostsAndGivesFifteenDaysFromDelivery() {
    var occasion = Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "NL", false);
    // Open: 1,234.56 - 500.00 + 1,313.75 = 2,048.31; fifteen per cent of it.
    assertThat(said(occasion, Language.NL))
        .contains("binnen vijftien dagen nadat deze brief bij u is bezorgd")
        .contains("incassokosten verschuldigd van € 307,25, volgens de wettelijke staffel over € 2.048,31")
        .contains("art. 6:96 lid 5 en 6 BW")
        .contains("23 maart 2026");
    assertThat(occasion.payBy()).as("no day in the letter is before the term ends").isEqualTo(LocalDate.of(2026, 3, 23));
  }

  @Test
  void theDutchLetterSaysWhetherVatIsPartOfTheCosts() {
    var without = Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "NL", false);
    assertThat(said(without, Language.NL)).contains("geen btw in rekening gebracht");
    // 307.25 and 21 % of it, 64.52.
    var with = Correspondent.withVat(without, "21.00");
    assertThat(said(with, Language.NL))
        .contains("incassokosten verschuldigd van € 371,77, volgens de wettelijke staffel over € 2.048,31")
        .contains("Daarvan is € 64,52 btw (21 %), die de schuldeiser niet kan verrekenen.")
        .doesNotContain("geen btw");
  }

  @Test
  void onlyConsumersInTheNetherlandsGetItAndOnlyTheFormalDemand() {
    assertThat(said(Correspondent.statutory(Kind.SECOND_REMINDER, Language.NL, "NL", false), Language.NL)).doesNotContain("6:96");
    assertThat(said(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "BE", false), Language.NL)).doesNotContain("6:96");
    assertThat(said(Correspondent.occasion(Kind.FORMAL_DEMAND, Language.NL, 2), Language.NL)).doesNotContain("6:96");
  }

  @Test
  void aGermanCollectorsFirstDemandHasTheParticularsOrDoesNotLeave() {
    var whole = Correspondent.statutory(Kind.FIRST_REMINDER, Language.DE, "DE", true, COLLECTOR, "Aufsichtsbehörde: Bundesamt für Justiz, 53094 Bonn");
    assertThat(said(whole, Language.DE)).contains("§ 13a RDG", "Seeblick Technik GmbH, Uferstraße 12, 78462 Konstanz", "Bundesamt für Justiz", "weder Verzugszinsen noch Inkassokosten");
    var lacking = Correspondent.statutory(Kind.FIRST_REMINDER, Language.DE, "DE", true, COLLECTOR);
    assertThatThrownBy(() -> said(lacking, Language.DE)).isInstanceOf(CannotRender.class).hasMessageContaining("§ 13a (1) no. 8 RDG");
    assertThat(said(Correspondent.statutory(Kind.SECOND_REMINDER, Language.DE, "DE", true, COLLECTOR), Language.DE)).doesNotContain("13a");
    assertThat(said(Correspondent.statutory(Kind.FIRST_REMINDER, Language.DE, "DE", false), Language.DE)).doesNotContain("13a");
  }

  @Test
  void aFrenchCollectorSaysWhoItIsAndAFormalDemandIsAFormalNotice() {
    var whole = Correspondent.statutory(Kind.FORMAL_DEMAND, Language.FR, "FR", true, "Recouvrements du Rhin SARL, 67000 Strasbourg, recouvrement amiable");
    assertThat(said(whole, Language.FR)).contains("R. 124-4", "Recouvrements du Rhin SARL", "L. 111-8", "vaut mise en demeure", "art. 1344 du code civil");
    var lacking = Correspondent.statutory(Kind.FIRST_REMINDER, Language.FR, "FR", true);
    assertThatThrownBy(() -> said(lacking, Language.FR)).isInstanceOf(CannotRender.class).hasMessageContaining("R. 124-4 CPCE");
    assertThat(said(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.FR, "FR", false), Language.FR)).contains("mise en demeure").doesNotContain("R. 124-4");
  }

  @Test
  void theAmericanValidationNoticeItemizesTheDebtAndItsPromptsStandInTheOrderOfTheRule() {
    var occasion = Correspondent.statutory(Kind.FIRST_REMINDER, Language.EN, "US", true, "Harbor Recovery Inc., 12 Dock Street, Boston MA 02110");
    // Sent on Monday 2 March 2026: received on the 9th, and thirty days from there.
    assertThat(said(occasion, Language.EN))
        .contains("Harbor Recovery Inc., 12 Dock Street, Boston MA 02110 is a debt collector")
        .contains("Any information obtained will be used for that purpose")
        .contains("You owed on December 22, 2025")
        .contains("If you write to us by April 8, 2026, we must stop collection on any amount you dispute")
        .contains("www.cfpb.gov/debt-collection")
        .containsSubsequence("I want to dispute the debt because I think:", "This is not my debt.", "The amount is wrong.", "Other (", "I want you to send me the name and address of the original creditor.");
    assertThat(occasion.payBy()).as("nothing overshadows the period").isAfter(LocalDate.of(2026, 4, 8));
  }

  @Test
  void everyEmailAndTextMessageToAnAmericanConsumerTellsHowToGetNoMore() {
    var occasion = Correspondent.statutory(Kind.SECOND_REMINDER, Language.EN, "US", true, "Harbor Recovery Inc.");
    var composed = Composer.compose(ShippedTemplates.of(Kind.SECOND_REMINDER, Language.EN), occasion, Language.EN, Tone.FIRM, Channel.EMAIL);
    assertThat(OptOut.isIn(composed.words())).isTrue();
    assertThat(OptOut.isIn(composed.sms())).isTrue();
    assertThat(OptOut.isIn(said(Correspondent.statutory(Kind.SECOND_REMINDER, Language.EN, "GB", true), Language.EN))).isFalse();
  }

  @Test
  void aLetterOfClaimGoesOnlyWhereAClaimIsMeantAndWithTheProtocolsForms() {
    var demand = Correspondent.statutory(Kind.FINAL_DEMAND, Language.EN, "GB", false);
    assertThat(said(demand, Language.EN)).doesNotContain("Pre-Action Protocol");
    var meant = Correspondent.with(demand, Set.of(Claim.COURT, Claim.FINAL_DEMAND), List.of("invoice.pdf"));
    assertThatThrownBy(() -> said(meant, Language.EN)).isInstanceOf(CannotRender.class).hasMessageContaining("Pre-Action Protocol for Debt Claims 3.1");
    var whole = Correspondent.with(meant, Set.of(Claim.COURT, Claim.FINAL_DEMAND), List.of("Information Sheet.pdf", "Reply Form.pdf", "Financial Statement.pdf"));
    assertThat(said(whole, Language.EN)).contains("Letter of claim", "1 April 2026", "We have not started proceedings", "Uferstraße 12, 78462 Konstanz");
    assertThat(whole.payBy()).isAfter(LocalDate.of(2026, 4, 1));
  }

  @Test
  @Tag("P12")
  void whatTheLawWantsSaidIsNotBlocked() {
    for (var each : all().toList()) {
      var occasion = each.occasion();
      var findings = ToneCheck.of(each.language()).check(said(occasion, each.language()), occasion.facts());
      assertThat(findings.stream().filter(one -> one.severity() != Severity.HINT).map(Finding::words)).as("%s to %s", occasion.kind(), each.language()).isEmpty();
    }
  }

  private record Each(Occasion occasion, Language language) {}

  private static Stream<Each> all() {
    return Stream.of(
        new Each(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "NL", false), Language.NL),
        new Each(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.EN, "NL", false), Language.EN),
        new Each(Correspondent.withVat(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.EN, "NL", false), "21"), Language.EN),
        new Each(Correspondent.withVat(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "NL", false), "21"), Language.NL),
        new Each(Correspondent.statutory(Kind.FIRST_REMINDER, Language.DE, "DE", true, COLLECTOR, "Aufsichtsbehörde: Bundesamt für Justiz"), Language.DE),
        new Each(Correspondent.statutory(Kind.FORMAL_DEMAND, Language.FR, "FR", true, "Rhin SARL, recouvrement amiable"), Language.FR),
        new Each(Correspondent.statutory(Kind.FIRST_REMINDER, Language.EN, "US", true, "Harbor Recovery Inc."), Language.EN),
        new Each(Correspondent.statutory(Kind.FIRST_REMINDER, Language.ES, "US", true, "Harbor Recovery Inc."), Language.ES));
  }
}
