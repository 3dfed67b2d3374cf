package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.duly.cycle.DailyCycle;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Story 15 in a real browser: a new client's odd list, mapped, mended, and worked the same hour. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IntakeBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Page.ScreenshotOptions WHOLE = new Page.ScreenshotOptions();

  private static final String BANK_LIST =
      """
      Tag;Partei;Zweck;Ab;Zu;Stand
      02.11.2026;Ahrens OHG;RE 1;;1.000,00;3.000,00
      03.11.2026;Borchert AG;RE 2, RE 3;;2.500,00;5.500,00
      04.11.2026;Vermieter;Miete November;1.200,00;;4.300,00
      05.11.2026;Clasen & Co;RE 4;;400,00;4.700,00
      """;

  private final List<String> seen = new ArrayList<>(List.of("/intake"));
  private Chromium chromium;
  private Desk desk;
  private People.Admitted ada;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk();
    ada = desk.person("ada", Role.ADMINISTRATOR);
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  @AfterEach
  void noPageComplained() {
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  @Order(1)
  @Tag("P40")
  @Tag("P03")
  void anOddListOfANewClientIsMappedMendedAndOnTheWorklistTheSameHour() {
    var page = chromium.signedIn(desk, ada);
    page.keyboard().press("i");
    page.waitForURL("**/intake");
    page.setInputFiles("#file", OddList.payload());
    page.locator(".drop button.primary").click();
    // No column has a name that is known.
    assertThat(page.locator("#job")).containsText("Refused");
    shot(page, "intake-refused");
    page.locator("#job a", new Page.LocatorOptions().setHasText("Choose what each column is")).click();

    choose(page, "Posten Nr", "number");
    choose(page, "Kto", "debtorNumber");
    choose(page, "Partner", "debtorName");
    choose(page, "v. Tag", "issuedOn");
    choose(page, "b. Tag", "dueOn");
    choose(page, "Soll EUR", "amount");
    choose(page, "Ruf", "phone");
    page.selectOption("select[name=dates]", "dmy");
    assertThat(page.locator("#preview .counts")).containsText("Invoices");
    assertThat(page.locator("#preview .counts .bad dd")).hasText("37");
    assertThat(page.locator("#preview .rows")).containsText("2026-10-02");
    assertThat(page.locator("#preview .rows")).containsText("Spedition Möller 2");
    shot(page, "intake-map");
    seen.add(page.url().replaceFirst("^http://[^/]+", ""));
    page.fill("input[name=newCreditor]", "Hafenkontor GmbH");
    page.fill("input[name=name]", "OPOS");
    page.locator(".mendbar button.primary").click();

    assertThat(page.locator("#job")).containsText("Taken in");
    assertThat(page.locator("#job .counts")).containsText("4,963");
    shot(page, "intake-done");
    seen.add(page.url().replaceFirst("^http://[^/]+", ""));
    page.locator("#job a.primary").click();

    assertThat(page.locator(".cells tbody")).hasCount(37);
    shot(page, "intake-aside");
    var aside = page.url().replaceFirst("^http://[^/]+", "");
    seen.add(aside);
    seen.add(aside.replace("/set-aside", ""));
    page.locator(".groups a", new Page.LocatorOptions().setHasText("Due date")).click();
    assertThat(page.locator(".cells tbody")).hasCount(OddList.WITHOUT_DUE_DATE);
    page.selectOption("select[name=column]", new SelectOption().setLabel("b. Tag"));
    page.fill("input[name=value]", "31.10.26");
    page.check("input[name=everywhere]");
    page.locator(".mendbar button.primary").click();
    assertThat(page.locator("p[role=status]")).containsText("30 rows are taken in");

    page.navigate(aside);
    assertThat(page.locator(".cells tbody")).hasCount(OddList.WITHOUT_AMOUNT);
    for (int row = 0; row < OddList.WITHOUT_AMOUNT; row++) {
      page.locator(".cells input[aria-invalid=true]").nth(row).fill(row == 0 ? "noch offen" : "1.1" + row + "0,00");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("p[role=status]")).containsText("6 rows are taken in; 1 remains");
    assertThat(page.locator(".cells input[aria-invalid=true]")).hasValue("noch offen");
    page.locator(".cells input[aria-invalid=true]").fill("99,90");
    page.locator(".mendbar button.primary").click();
    assertThat(page.locator("main")).containsText("All rows that were set aside are mended");

    // The day of the portfolio is a Friday; on a Saturday nobody has work.
    desk.application.getBean(DailyCycle.class).run(Portfolio.TODAY.plusDays(3));
    page.navigate("/?creditor=" + desk.portfolio.creditor("Hafenkontor GmbH").value());
    assertThat(page.locator("table.work")).containsText("Spedition Möller");
    shot(page, "intake-worklist");
    page.context().close();
  }

  @Test
  @Order(2)
  void theNextListWithTheSameColumnsIsReadWithTheSavedMapByItself() {
    var page = chromium.signedIn(desk, ada);
    page.navigate("/intake");
    var list = "Posten Nr;Kto;Partner;v. Tag;b. Tag;Soll EUR;Bem;Ruf\nP-90001;70001;Spedition Möller 1;03.10.26;04.11.26;1.500,00;;\n";
    page.setInputFiles("#file", new FilePayload("OPOS next.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    page.locator(".drop button.primary").click();
    assertThat(page.locator("#job")).containsText("Taken in");
    page.locator("#job a", new Page.LocatorOptions().setHasText("See the findings")).click();
    assertThat(page.locator("table.findings")).containsText("Read with the saved map “OPOS”");
    assertThat(page.locator(".casehead")).containsText("Hafenkontor GmbH");
    page.context().close();
  }

  @Test
  @Order(3)
  void filesAreHandedInWithoutJavaScript() {
    var page = Chromium.signIn(chromium.window(desk, 1200, 800, ColorScheme.LIGHT, false), ada);
    page.navigate("/intake");
    var list = "Invoice number;Customer number;Customer name;Invoice date;Due date;Amount\nW-1;7;Without Script Ltd;1 Oct 2026;soon;12.00\nW-2;7;Without Script Ltd;1 Oct 2026;1 Nov 2026;12.00\n";
    page.setInputFiles("#file", new FilePayload("plain.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    page.selectOption("#whose", new SelectOption().setLabel(Portfolio.BRIGHTWELL));
    page.locator("button[name=look]").click();
    assertThat(page.locator("#preview .counts .bad dd")).hasText("1");
    page.locator(".mendbar button.primary").click();
    page.locator("#job").waitFor();
    var job = page.url();
    while (page.locator("#job.done").count() == 0) {
      page.navigate(job);
    }
    page.locator("#job a.primary").click();
    page.locator(".cells input[aria-invalid=true]").fill("2 Nov 2026");
    page.locator(".mendbar button.primary").click();
    assertThat(page.locator("main")).containsText("All rows that were set aside are mended");
    page.context().close();
  }

  @Test
  @Order(4)
  @Tag("P08")
  void aBanksListThatNobodyKnowsIsMappedAndItsBalancesProveIt() {
    var page = chromium.signedIn(desk, ada);
    page.navigate("/intake");
    drop(page, "export.csv", BANK_LIST);
    page.selectOption("#whose", new SelectOption().setLabel(Portfolio.NORDWIND));
    page.locator("button[name=look]").click();
    page.waitForURL(Pattern.compile(".*/map"));
    page.selectOption("#kind", "bankStatements");
    choose(page, "Partei", "counterparty");
    choose(page, "Zweck", "text");
    choose(page, "Tag", "bookedOn");
    choose(page, "Stand", "balance");
    choose(page, "Ab", "credit");
    choose(page, "Zu", "debit");
    assertThat(page.locator("#preview [data-proof=breaks]")).containsText("line 3");
    shot(page, "map-bank-breaks");
    choose(page, "Ab", "debit");
    choose(page, "Zu", "credit");
    assertThat(page.locator("#preview [data-proof=fits]")).isVisible();
    assertThat(page.locator("#preview .rows")).containsText("-1,200.00");
    assertThat(page.locator("#preview")).containsText("No account");
    page.fill("input[name='more.account']", "DE02120300000000202051");
    page.locator("input[name='more.account']").blur();
    assertThat(page.locator("#preview")).not().containsText("No account");
    shot(page, "map-bank");
    page.fill("input[name=name]", "Hausbank");
    var elsewhere = page.context().newPage();
    elsewhere.navigate(page.url());
    page.locator(".mendbar button.primary").click();
    assertThat(page.locator("#job")).containsText("Taken in");
    assertThat(page.locator("#job")).containsText("Bank statements");
    // Another window still asks about the columns: its next look leads to what became of the file.
    elsewhere.fill("input[name=name]", "Hausbank 2");
    elsewhere.locator("input[name=name]").blur();
    assertThat(elsewhere.locator("#job")).containsText("Taken in");
    elsewhere.navigate(page.url() + "/map");
    assertThat(elsewhere.locator("#job")).containsText("Taken in");
    assertThat(value("select count(*) || ' ' || sum(amount) from banking.entry")).isEqualTo("4 270000");
    page.context().close();
  }

  @Test
  @Order(5)
  void theNextListOfTheBankIsReadByItselfAndTheMapCanBeForgotten() {
    var page = chromium.signedIn(desk, ada);
    page.navigate("/intake");
    drop(page, "next.csv", BANK_LIST.replaceAll("(?m)^0.*\\R", "") + "20.11.2026;Quast KG;RE 9;;10,00;4.710,00\n");
    page.locator(".drop button.primary").click();
    assertThat(page.locator("#job")).containsText("Taken in");
    page.navigate("/intake/maps");
    assertThat(page.locator("table.kept").last()).containsText("Hausbank");
    assertThat(page.locator("table.kept").last()).containsText("1 file");
    assertThat(page.locator("table.kept").first()).containsText("OPOS");
    shot(page, "maps");
    seen.add("/intake/maps");
    page.getByLabel("Remove Hausbank").click();
    assertThat(page.locator("main")).containsText("“Hausbank” is forgotten");
    assertThat(page.locator("table.kept")).hasCount(1);
    page.context().close();
  }

  /** As a person does who pulls a file over the page. */
  private static void drop(Page page, String name, String text) {
    var file = page.evaluateHandle("([name, text]) => { const all = new DataTransfer(); all.items.add(new File([text], name, { type: 'text/csv' })); return all; }", List.of(name, text));
    page.dispatchEvent("main", "dragover", Map.of("dataTransfer", file));
    assertThat(page.locator(".drop.over")).isVisible();
    page.dispatchEvent("main", "drop", Map.of("dataTransfer", file));
    assertThat(page.locator(".drop.over")).hasCount(0);
    assertThat(((Number) page.evaluate("document.querySelector('#file').files.length")).intValue()).isEqualTo(1);
  }

  private String value(String sql) {
    return desk.database.ask(tx -> String.valueOf(tx.fetchValue(sql)));
  }

  @Test
  @Order(6)
  void everyPageOfTheIntakeIsAccessibleAndNoneIsWiderThanItsScreen() {
    waitingAgain();
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      var page = chromium.signedIn(desk, ada, 1440, 900, theme);
      for (var address : seen) {
        page.navigate(address);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
        assertThat(Accessibility.breaches(page)).as(address).isEmpty();
        shot(page, "intake-" + seen.indexOf(address) + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
      }
      page.context().close();
    }
    for (int width : new int[] {360, 768, 1024, 2560}) {
      var page = chromium.signedIn(desk, ada, width, 844, ColorScheme.LIGHT);
      for (var address : seen) {
        page.navigate(address);
        shot(page, "intake-" + seen.indexOf(address) + "-" + width);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address + " at " + width).isLessThanOrEqualTo(width);
      }
      page.context().close();
    }
  }

  /** A file whose columns are to be chosen and rows that are set aside, so that each page shows something. */
  private void waitingAgain() {
    var page = chromium.signedIn(desk, ada);
    page.navigate("/intake");
    page.setInputFiles("#file", OddList.payload());
    page.locator("button[name=look]").click();
    page.waitForURL(Pattern.compile(".*/map"));
    seen.set(1, page.url().replaceFirst("^http://[^/]+", ""));
    page.navigate("/intake");
    var known = BANK_LIST.replaceFirst(".*\\R", "Date;Payee;Description;Debit;Credit;Balance\n") + ";Closing balance;;;;4.700,00\n";
    page.setInputFiles("#file", new FilePayload("known.csv", "text/csv", known.getBytes(StandardCharsets.UTF_8)));
    page.locator("button[name=look]").click();
    page.waitForURL(Pattern.compile(".*/map"));
    assertThat(page.locator("#preview [data-proof=fits]")).isVisible();
    seen.add(page.url().replaceFirst("^http://[^/]+", ""));
    desk.database.execute("update intake.quarantine set mended_at = null");
    page.context().close();
  }

  private static void choose(Page page, String column, String field) {
    page.getByLabel(column, new Page.GetByLabelOptions().setExact(true)).selectOption(field);
  }

  private static void shot(Page page, String name) {
    page.screenshot(WHOLE.setPath(SHOTS.resolve(name + ".png")));
  }
}
