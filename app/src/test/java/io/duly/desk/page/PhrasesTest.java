package io.duly.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the core says, said in German. That each line has the same places on both sides is asked when the book is read. */
class PhrasesTest {
  private static final Phrases GERMAN = Phrases.in(Locale.GERMAN).orElseThrow();

  @Test
  void aReasonOfADecisionIsSaidInGermanWithItsPartsAndAmounts() {
    assertThat(german("first-reminder about 3 invoices of 12,480.00 EUR, 47 days overdue"))
        .isEqualTo("erste Erinnerung zu 3 Rechnungen über 12.480,00 EUR, seit 47 Tagen überfällig");
  }

  @Test
  void oneIsSaidOtherwiseThanMany() {
    assertThat(german("call about 1 invoice of 99.00 EUR, 1 day overdue")).isEqualTo("Anruf wegen 1 Rechnung über 99,00 EUR, seit 1 Tag überfällig");
    assertThat(german("call about 2 invoices of 1,200 JPY, due today")).isEqualTo("Anruf wegen 2 Rechnungen über 1.200 JPY, heute fällig");
  }

  @Test
  void amountsAreWrittenAsTheReaderWritesThem() {
    assertThat(GERMAN.say("promise of 1,200.50 CHF due 2026-12-01", Locale.of("de", "CH"))).isEqualTo("Zahlungszusage über 1’200.50 CHF, fällig am 2026-12-01");
  }

  @Test
  void whatAPersonWroteAndNamesStayAsTheyAre() {
    assertThat(german("hold for manual since 2026-11-20 until 2026-12-01: the owner is my cousin; be kind"))
        .isEqualTo("Sperre (von Hand) seit 2026-11-20 bis 2026-12-01: the owner is my cousin; be kind");
    assertThat(german("they said that the cheque is in the post")).isEqualTo("they said that the cheque is in the post");
    assertThat(german("Taken over from the case is closed: it is due today")).isEqualTo("Taken over from the case is closed: it is due today".replace("Taken over from", "Übernommen von"));
  }

  @Test
  void sentencesWithinSentencesAndBesideEachOtherAreSaid() {
    assertThat(german("The message first-reminder by email was withdrawn: the case is closed."))
        .isEqualTo("Die Nachricht „erste Erinnerung“ per E-Mail wurde zurückgezogen: Der Fall ist geschlossen.");
    assertThat(german("first contact about 1 invoice of 5.00 EUR, due in 2 days; call 08:00–12:00, 13:00–20:00 (Europe/Berlin), best at 10:00"))
        .isEqualTo("Erstkontakt zu 1 Rechnung über 5,00 EUR, fällig in 2 Tagen; Anruf möglich 08:00–12:00, 13:00–20:00 (Europe/Berlin), am besten um 10:00");
    assertThat(german("US-REGF-HOURS: in America/New_York it is Mon 2026-11-23 05:00, and contact is allowed Mon Tue 08:00–21:00, Sat 10:00–12:00, not on public holidays"))
        .isEqualTo("US-REGF-HOURS: In America/New_York ist es Mo 2026-11-23 05:00, und Kontakt ist erlaubt Mo Di 08:00–21:00, Sa 10:00–12:00, nicht an Feiertagen");
  }

  @Test
  void whatIsOfferedIsSaidWithItsDays() {
    assertThat(german("say yes or no to an offer (a senior may): 12480.00 GBP in 12 payments until 2027-10-27"))
        .isEqualTo("Ja oder Nein zu einem Angebot sagen (erfahrene Sachbearbeitung darf es): 12.480,00 GBP in 12 Zahlungen bis 2027-10-27");
    assertThat(german("Offer that needs a second person: the plan agreed anew, 500.00 EUR on 2026-12-01, 200.00 EUR on 2026-12-08"))
        .isEqualTo("Angebot, das eine zweite Person braucht: der Plan neu vereinbart, 500,00 EUR am 2026-12-01, 200,00 EUR am 2026-12-08");
    assertThat(german("Offer declined: 500.00 EUR on 2026-12-01. Too far away."))
        .isEqualTo("Angebot abgelehnt: 500,00 EUR am 2026-12-01. Too far away.");
  }

  @Test
  void whatWasComputedIsSaidWithNumbersAsTheReaderWritesThem() {
    assertThat(german("2,799.63 EUR × 10.40 % × 99 days ÷ 365 = 78.97 EUR; the rate is 2.40 % (ecb-reference from 2026-07-01) + 8 points; the amount holds interest that was added to it"))
        .isEqualTo("2.799,63 EUR × 10,40 % × 99 Tage ÷ 365 = 78,97 EUR; der Satz ist 2,40 % (ecb-reference ab 2026-07-01) + 8 Prozentpunkte; der Betrag enthält Zinsen, die ihm zugeschlagen wurden");
    assertThat(german("The fixed sum is for debts between businesses (Late Act s. 5A (2), rule GB-LPCDA-5A-2); no accepted terms speak of it"))
        .isEqualTo("Die Pauschale gilt für Forderungen zwischen Unternehmen (Late Act s. 5A (2), Regel GB-LPCDA-5A-2); keine angenommenen Bedingungen sprechen davon");
    assertThat(german("Charged 57.75 EUR: interest 17.75 EUR, compensation 40.00 EUR")).isEqualTo("Berechnet 57,75 EUR: Zinsen 17,75 EUR, Pauschale 40,00 EUR");
  }

  @Test
  void theEndOfACallIsSaidAroundTheWordsThatAPersonWrote() {
    assertThat(german("Call ended: reached. Next: await payment, 2026-12-01. Agreed: 500.00 EUR on 2026-12-01, 200.00 EUR on 2026-12-08. Note: the owner is ill. Next: call, then."))
        .isEqualTo("Gespräch beendet: erreicht. Als Nächstes: auf Zahlung warten, 2026-12-01. Vereinbart: 500,00 EUR am 2026-12-01, 200,00 EUR am 2026-12-08. Notiz: the owner is ill. Next: call, then.");
    assertThat(german("Text message from the debtor: talk. “the cat is ill”")).isEqualTo("SMS vom Schuldner: Gespräch. „the cat is ill“");
  }

  @Test
  void theSentenceWithMostWordsOfItsOwnWins() {
    var book = Phrases.of("{a}; {b} = kurz {a} {b}\nthe case; {b} = länger {b}\nthe case; it is closed = am längsten");
    assertThat(book.say("the case; it is closed", Locale.GERMAN)).isEqualTo("am längsten");
    assertThat(book.say("the case; it", Locale.GERMAN)).isEqualTo("länger it");
    assertThat(book.say("case; it", Locale.GERMAN)).isEqualTo("kurz case it");
  }

  @Test
  void aSentenceWhosePartHasToBeKnownIsAnotherWhereItIsNot() {
    var book = Phrases.of("{Part!}: {why} = {Part} weil {why}\nyes = ja\n<Colour> red = rot\na {Colour} dress = ein Kleid in {Colour}");
    assertThat(book.say("yes: so", Locale.GERMAN)).isEqualTo("ja weil so");
    assertThat(book.say("no: so", Locale.GERMAN)).isEqualTo("no: so");
    assertThat(book.say("a red dress", Locale.GERMAN)).isEqualTo("ein Kleid in rot");
    assertThat(book.say("red", Locale.GERMAN)).isEqualTo("red");
  }

  @Test
  void aLineWhosePlacesDifferIsRefused() {
    assertThatThrownBy(() -> Phrases.of("{n} days = {m} Tage")).hasMessageContaining("different places");
    assertThatThrownBy(() -> Phrases.of("no German")).hasMessageContaining("A line of a phrasebook");
  }

  @Test
  void textOfAStrangersMakingCostsLittleAndIsLeftAlone() {
    for (var part : new String[] {"; ", ": ", ", ", "waits: ", "the the ", " about ", "1 in ", " = ", "{n} ", "$1\\", "Task (call), due ", "1,1"}) {
      var hostile = "first; " + part.repeat(1_900 / part.length());
      long before = System.nanoTime();
      var said = german(hostile);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).as(part).isLessThan(Duration.ofSeconds(2));
      assertThat(said).as(part).isEqualTo(hostile);
      before = System.nanoTime();
      german("nothing is overdue; call now: waits: the case is closed; " + part.repeat(1_900 / part.length()));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).as(part).isLessThan(Duration.ofSeconds(2));
    }
    var endless = "x".repeat(100_000);
    assertThat(german(endless)).isSameAs(endless);
    assertThat(german("<script>$0 {n} \\</script>")).isEqualTo("<script>$0 {n} \\</script>");
    assertThat(german("Taken over from <b>$0</b>: {name} \\")).isEqualTo("Übernommen von <b>$0</b>: {name} \\");
  }

  private static String german(String text) {
    return GERMAN.say(text, Locale.GERMANY);
  }
}
