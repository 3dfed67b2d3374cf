package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.correspondence.sending.Dispatcher;
import io.duly.correspondence.sending.MailRoom;
import io.duly.doctor.Examined;
import io.duly.identity.People;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One debtor's story on both sides: colleagues at the desk in their browsers, the debtor on a telephone, mail and bank between them.
 *
 * @param who the debtor
 * @param address to which mails to them go
 * @param shots where the pictures are kept
 */
record BothSides(String who, String address, String shots, MailRoom mail, CollectorsDays days, Hands hands) implements AutoCloseable {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String HEAD = "Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency\n";

  static BothSides of(String who, String address, String shots) {
    var mail = new MailRoom();
    var days = new CollectorsDays(mail, DebtorsDoor.PORTAL);
    return new BothSides(who, address, shots, mail, days, new Hands(days));
  }

  /** Hands in a list of invoices, without its heading. */
  void list(String rows) {
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, CollectorsDays.file("list.csv", "text/csv", HEAD + rows));
    mona.context().close();
  }

  /** A morning: the statement of the day before, the run, and what may leave. */
  void morning(String day, CollectorsDays.Payment... payments) {
    at(day, 8);
    hands.bank(payments);
    send();
  }

  void at(String day, int hour) {
    days.clock.moveTo(LocalDate.parse(day).atTime(hour, 0).atZone(LONDON).toInstant());
  }

  private void send() {
    days.at(9, 30);
    round();
  }

  /** What may leave now. */
  void round() {
    try {
      days.desk.application.getBean(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Mails to the debtor, codes for the portal among them, in no certain order. */
  List<MailRoom.Arrived> mails() {
    return mail.arrived().stream().filter(one -> one.to().contains(address)).toList();
  }

  /** A colleague's browser, at the desk's usual width. */
  Page desk(People.Admitted person) {
    return days.chromium.signedIn(days.desk, person, 1280, 800, ColorScheme.LIGHT);
  }

  /** The same, open on the page of the case. */
  Page deskAtCase(People.Admitted person) {
    var page = desk(person);
    page.navigate(days.caseOf(who));
    return page;
  }

  /** The debtor's telephone, let in by the link of the latest mail that says something and the code that follows. */
  Page phone(String about) {
    var before = mail.arrived();
    var link = before.stream().filter(one -> one.text().contains(about)).reduce((_, later) -> later).orElseThrow(() -> new AssertionError("no mail says " + about + ": " + before)).text();
    var page = days.chromium.window(days.desk, 390, 844, ColorScheme.LIGHT, true);
    page.navigate(DebtorsDoor.linkIn(link) + "?in=en");
    page.locator("button.primary").click();
    page.locator("#code").waitFor();
    page.fill("#code", DebtorsDoor.codeIn(mail.next(before).text()));
    page.locator("button.primary").click();
    page.locator("main p.lead").waitFor();
    return page;
  }

  static String text(Page page) {
    // a page is read when all of it is there
    page.waitForLoadState();
    return page.locator("main").innerText().replace('\u00A0', ' ');
  }

  /** What the page says of what was just done. */
  static String said(Page page) {
    return page.locator("p[role=status]").first().innerText().replace('\u00A0', ' ');
  }

  void look(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", shots, name + ".png")));
    assertThat(Accessibility.breaches(page)).as(name).isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
  }

  String one(String sql) {
    return days.of(who, sql);
  }

  /** What the journal tells of the case, a sentence a line. */
  List<String> journal() {
    return one("select summary from journal.entry where case_id = :case order by seq").lines().toList();
  }

  /** All of it, for whoever reads why the story failed. */
  String fate() {
    return String.join(
        "\n",
        one("select nth, due_on, amount, outcome, judged_on from agreements.promise where case_id = :case order by made_on, nth"),
        one("select because, next_action, review_on from cases.recovery_case where id = :case"),
        days.one("select debtor_id is not null, amount, received_on, payer, reference from ledger.receipt order by received_on"),
        one("select kind, summary from journal.entry where case_id = :case order by seq desc limit 14"));
  }

  /** The doctor finds nothing, and no browser complained. */
  void allIsWell() {
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
    assertThat(days.chromium.complaints).isEmpty();
  }

  @Override
  public void close() {
    days.close();
    mail.close();
  }
}
