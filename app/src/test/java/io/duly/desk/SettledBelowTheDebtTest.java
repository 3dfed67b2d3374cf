package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Story 8 on both sides, in browsers: 60 % by Friday, further than the collector may go; a manager says yes; the money comes, and they are released. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P27")
@Tag("P29")
@Tag("P31")
class SettledBelowTheDebtTest {
  private BothSides story;

  @BeforeAll
  void open() {
    story = BothSides.of("Larkspur Mills Ltd", "accounts@larkspur.example", "settled-below");
  }

  @AfterAll
  void close() {
    if (story != null) {
      story.close();
    }
  }

  @Test
  @Order(1)
  void whatTheirAccountantShowsIsWrittenDownAndOnlyThenLessThanAllMayBeOffered() {
    story.list("K-81;Larkspur Mills Ltd;81 Mill Road;M3 3HF;Manchester;GB;accounts@larkspur.example;+441614960181;Lena Lark;company;INV-181;2026-10-11;2026-11-10;1000.00;GBP\n");
    story.morning("2026-11-30");
    story.morning("2026-12-01");
    story.days().at(10, 0);
    var page = story.deskAtCase(story.days().anna);
    assertThat(page.getByText("Agree a settlement below the debt")).hasCount(0);
    Hands.act(page.locator("main"), "Why it was not paid");
    page.fill("#reason-said", "We cannot pay all of it, we are nearly insolvent.");
    page.selectOption("[name=category]", "NO_MONEY");
    page.fill("[name=whom]", "their accountant");
    Hands.submit(page.locator("main"), "Why it was not paid");
    Hands.act(page.locator("main"), "What came out");
    page.fill("form[action$='/verification'] [name=how]", "their accountant showed the books");
    Hands.submit(page.locator("main"), "What came out");
    assertThat(page.getByText("Agree a settlement below the debt")).hasCount(1);
    assertThat(BothSides.text(page)).contains("“We cannot pay all of it, we are nearly insolvent.”", "their accountant showed the books");
    story.look(page, "desk-reason");
    page.context().close();
  }

  @Test
  @Order(2)
  void sixtyPerCentIsMoreThanTheCollectorMayLetGoSoItIsPutBeforeAManager() {
    var page = story.deskAtCase(story.days().anna);
    settle(page, "1000.00");
    assertThat(page.locator("[role=alert]")).containsText("A settlement lies between zero and");
    settle(page, "600.00");
    assertThat(BothSides.said(page)).isEqualTo("This goes further than you may agree to. It is put before somebody who may; until they say yes nothing holds.");
    var offer = page.locator("section.matter", new Page.LocatorOptions().setHasText("Offered, not agreed yet"));
    assertThat(offer).containsText("600.00 GBP");
    assertThat(offer).containsText("Goes further in: discount");
    assertThat(page.locator(".nextstep .do")).containsText("Yes or no to an offer");
    assertThat(offer).containsText("400.00 GBP are let go if this comes in time");
    story.look(page, "desk-asked");
    offer.locator("a").click();
    assertThat(page.locator(".proposal")).containsText("Offer to Larkspur Mills Ltd");
    assertThat(page.getByText("Approve", new Page.GetByTextOptions().setExact(true))).hasCount(0);
    story.look(page, "desk-own-proposal");
    page.context().close();
  }

  private static void settle(Page page, String amount) {
    var form = Hands.act(page.locator("main"), "Agree a settlement below the debt");
    form.locator("[name=amount]").fill(amount);
    form.locator("[name=by]").fill("2026-12-04");
    form.locator("[name=why]").fill("Insolvency is near; their accountant showed the books.");
    form.locator("[name=words]").fill("600 by Friday, and it is over.");
    form.locator("button.primary").click();
  }

  @Test
  @Order(3)
  void whileItWaitsTheDebtorSeesNothingOfItAndTheManagerSaysYesInHerOwnBrowser() {
    var phone = story.phone("1,000.00");
    assertThat(BothSides.text(phone)).contains("£1,000.00 is open.").doesNotContain("£600.00", "What we agreed");
    phone.context().close();
    var mona = story.desk(story.days().mona);
    mona.navigate("/approvals");
    var card = mona.locator(".proposal");
    assertThat(card).containsText("600.00");
    assertThat(card).containsText("Fri 4 Dec");
    assertThat(card).containsText("400.00 GBP are let go if this comes in time; else the whole debt is owed again.");
    assertThat(card).containsText("Insolvency is near; their accountant showed the books.");
    story.look(mona, "manager-approval");
    card.locator("form[action$='/approval'] button").click();
    assertThat(mona.locator("p[role=status]")).containsText("Approved.");
    mona.context().close();
    var anna = story.deskAtCase(story.days().anna);
    var plan = anna.locator("section.plan");
    assertThat(plan).containsText("Settlement");
    assertThat(plan).containsText("400.00 GBP are let go if this comes in time; else the whole debt is owed again.");
    assertThat(anna.getByText("Offered, not agreed yet")).hasCount(0);
    assertThat(anna.getByText("Agree a settlement below the debt")).hasCount(0);
    assertThat(anna.locator(".nextstep")).not().containsText("Something changed since the last decision");
    story.look(anna, "desk-settlement");
    anna.context().close();
  }

  @Test
  @Order(4)
  void itIsWrittenToThemAndOnTheirTelephoneTheySeeWhatDayEndsItAndSayYes() {
    story.morning("2026-12-02");
    assertThat(story.mails()).anyMatch(one -> one.text().contains("600.00") && one.text().contains("the rest is let go"));
    var phone = story.phone("the rest is let go");
    assertThat(BothSides.text(phone))
        .contains("What we agreed", "4 December 2026", "£600.00", "When it arrives in time, everything is settled: the other £400.00 is let go.", "Is this what we agreed?");
    assertThat(phone.locator("dl.pay")).containsText("600.00");
    story.look(phone, "phone-settlement");
    phone.locator("form.yes button").click();
    assertThat(phone.locator("p[role=status]")).containsText("We have noted your yes.");
    assertThat(BothSides.text(phone)).contains("You said yes to what we agreed.");
    story.look(phone, "phone-yes");
    phone.context().close();
    var anna = story.deskAtCase(story.days().anna);
    assertThat(anna.locator("main .kept").first()).containsText("portal");
    anna.context().close();
  }

  @Test
  @Order(5)
  void theMoneyComesOnFridayTheRestIsWrittenOffWithItsReasonAndTheyAreReleasedInWriting() {
    story.morning("2026-12-04");
    story.morning("2026-12-05", new CollectorsDays.Payment("600.00", "LARKSPUR MILLS LTD", "INV-181 as agreed"));
    story.morning("2026-12-07");
    story.morning("2026-12-08");
    assertThat(story.mails()).as(story.fate()).anyMatch(one -> one.text().contains("600.00") && one.text().contains("settled in full and for good"));
    var anna = story.deskAtCase(story.days().anna);
    assertThat(BothSides.text(anna))
        .contains("The settlement is fulfilled: 400.00 GBP is written off", "settlement: Insolvency is near; their accountant showed the books.", "Closed on");
    story.look(anna, "desk-released");
    anna.context().close();
  }

  @Test
  @Order(6)
  void theirTelephoneSaysThatItIsOverTheJournalTellsItAndTheDoctorFindsNothing() {
    var phone = story.phone("settled in full and for good");
    assertThat(BothSides.text(phone))
        .contains("Nothing is open any more.", "£600.00 of £1,000.00 paid – thank you.", "The other £400.00 is let go, as we agreed. It is settled for good.")
        .doesNotContain("How to pay", "£1,000.00 of £1,000.00");
    phone.locator("details summary").click();
    story.look(phone, "phone-released");
    phone.context().close();
    assertThat(String.join("\n", story.journal()))
        .containsSubsequence(
            "nearly insolvent", "their accountant showed the books", "Offer that needs a second person: 600.00 GBP on 2026-12-04", "Offer of anna approved", "A settlement is agreed",
            "Settlement: 600.00 GBP of 1,000.00 GBP by 2026-12-04; 400.00 GBP is let go if it comes in time.", "letter of release", "The settlement is fulfilled: 400.00 GBP is written off");
    story.allIsWell();
  }
}
