package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** We asked for what was never delivered: they say so on their telephone with a picture, nobody reminds them meanwhile, and we say that we are sorry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P09")
@Tag("P23")
@Tag("P26")
class WronglyInvoicedTest {
  private static final String WORDS = "Nothing of this ever came; the lorry went back full.";
  private static final byte[] PICTURE =
      Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private BothSides story;
  private int mails;

  @BeforeAll
  void open() {
    story = BothSides.of("Alder Joinery Ltd", "accounts@alder.example", "wrongly-invoiced");
  }

  @AfterAll
  void close() {
    if (story != null) {
      story.close();
    }
  }

  @Test
  @Order(1)
  void theySayOnTheirTelephoneWhatIsWrongAndSendAPicture() {
    story.list("K-91;Alder Joinery Ltd;91 Kiln Lane;M3 3HF;Manchester;GB;accounts@alder.example;+441614960191;Amy Alder;company;INV-191;2026-10-11;2026-11-10;840.00;GBP\n");
    story.morning("2026-11-30");
    story.morning("2026-12-01");
    story.days().at(11, 0);
    var phone = story.phone("840.00");
    phone.locator("a[href$='/wrong']").click();
    phone.selectOption("#reason", "goods_missing");
    phone.setInputFiles("#file", new FilePayload("full-lorry.png", "image/png", PICTURE));
    phone.locator("button.primary").click();
    assertThat(phone.locator("#words:invalid")).isVisible();
    phone.fill("#words", WORDS);
    story.look(phone, "phone-wrong");
    phone.locator("button.primary").click();
    assertThat(phone.locator("p[role=status]")).containsText("We look into it and answer by 15 December 2026.");
    assertThat(BothSides.text(phone)).contains("£840.00 is being checked", "While we check, nothing is asked of you.").doesNotContain("How to pay", "learn how to pay", "Pay now");
    story.look(phone, "phone-being-checked");
    phone.context().close();
    mails = story.mails().size();
  }

  @Test
  @Order(2)
  void itStandsOnTheWorklistWithTheDayOfOurAnswerAndWithWhatTheySent() {
    story.morning("2026-12-02");
    var anna = story.desk(story.days().anna);
    var line = line(anna);
    assertThat(line).containsText("Answertoday");
    assertThat(line).containsText("our answer: 15 Dec");
    assertThat(line).containsText("840.00 disputed");
    story.look(anna, "desk-worklist");
    line.locator("a[data-row]").click();
    assertThat(BothSides.text(anna)).contains("“" + WORDS + "”", "Our answer: 15 Dec");
    assertThat(anna.locator("#happenings .paper-filed")).containsText("full-lorry.png");
    story.look(anna, "desk-contested");
    anna.context().close();
  }

  private static Locator line(Page page) {
    page.navigate("/");
    return page.locator("tr", new Page.LocatorOptions().setHasText("Alder Joinery Ltd"));
  }

  @Test
  @Order(3)
  void nobodyRemindsThemWhileWeLook() {
    for (var day : new String[] {"2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10"}) {
      story.morning(day);
    }
    assertThat(story.mails()).hasSize(mails);
    var anna = story.deskAtCase(story.days().anna);
    assertThat(anna.locator("section.draft")).hasCount(0);
    anna.context().close();
  }

  @Test
  @Order(4)
  void theCollectorSaysThatWeWereWrongAndTheCaseClosesWithoutAMark() {
    story.days().at(11, 0);
    var anna = story.deskAtCase(story.days().anna);
    anna.locator("a[href$='#acts']").first().click();
    var answer = anna.locator("form[action$='/answer']");
    answer.locator("[name=mistake]").selectOption("NEVER_DELIVERED");
    answer.locator("[name=answer]").fill("You are right: it never left our yard.");
    story.look(anna, "desk-answer");
    answer.locator("button.primary").click();
    assertThat(anna.locator("p[role=status]")).isVisible();
    assertThat(BothSides.text(anna)).contains("CN-INV-191", "You are right: it never left our yard.");
    story.look(anna, "desk-credited");
    anna.navigate(story.days().caseOf(story.who()));
    assertThat(BothSides.text(anna))
        .contains("Closed on", "it was never delivered): You are right: it never left our yard. Credited 840.00 GBP with CN-INV-191.", "confirmed, 10 Dec: You are right: it never left our yard.")
        .doesNotContain("What came out");
    assertThat(anna.locator("section[aria-labelledby=habit]")).containsText("No invoice has been settled yet.");
    story.look(anna, "desk-closed");
    anna.context().close();
  }

  @Test
  @Order(5)
  void weSayThatWeAreSorryAndNothingComesAfterThat() {
    story.round();
    assertThat(story.mails()).hasSize(mails + 1).anyMatch(one -> one.subject().contains("we are sorry") && one.text().contains("the mistake was ours"));
    for (var day : new String[] {"2026-12-11", "2026-12-14", "2026-12-15"}) {
      story.morning(day);
    }
    assertThat(story.mails()).as("neither asked again nor thanked").hasSize(mails + 1);
    var anna = story.desk(story.days().anna);
    assertThat(line(anna)).hasCount(0);
    anna.context().close();
  }

  @Test
  @Order(6)
  void theirTelephoneSaysThatNothingIsOpenTheJournalTellsItAndTheDoctorFindsNothing() {
    var phone = story.phone("the mistake was ours");
    assertThat(BothSides.text(phone)).contains("Nothing is open any more.", "We have credited £840.00 to you.").doesNotContain("paid", "How to pay");
    phone.locator("details summary").click();
    story.look(phone, "phone-credited");
    phone.context().close();
    assertThat(String.join("\n", story.journal())).containsSubsequence(
            "Filed full-lorry.png", "The debtor says: " + WORDS, "Disputes 840.00 GBP of invoice INV-191", "upheld: You are right", "Reason confirmed", "An apology for invoice INV-191", "We were wrong about invoice INV-191",
            "The case is closed");
    story.allIsWell();
  }
}
