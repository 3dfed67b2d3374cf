package io.duly.correspondence.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.cycle.Drafting;
import io.duly.doctor.Examined;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.testing.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A creditor with debtors, a mail server on loopback, and the morning of a Tuesday on which reminders are due. */
public final class Post implements AutoCloseable {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
  public static final Instant MORNING = TODAY.atTime(10, 0).atZone(BERLIN).toInstant();

  public final TestDatabase database = TestDatabase.fresh();
  public final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  public final HandClock clock = new HandClock(MORNING, BERLIN);
  public final CreditorId creditor = new CreditorId(UUID.randomUUID());
  private Office office;
  private int invoices;

  public Post() {
    mail.start();
    database.execute(
        "insert into parties.creditor (id, name) values ('%s', 'Brightwell Supplies')".formatted(creditor),
        """
        insert into correspondence.sender (creditor_id, display_name, address)
        values ('%s', 'Brightwell Supplies', 'accounts@brightwell.example')
        """
            .formatted(creditor),
        """
        insert into correspondence.branding (id, creditor_id, version, address, person_name, person_phone, saved_by, saved_at)
        values ('%s', '%1$s', 1, '{Road 1,Town}', 'Ada Brightwell', '+49 30 1234567', 'duly', now())
        """
            .formatted(creditor),
        "insert into correspondence.pay_to (branding_id, creditor_id, currency, holder, account) values ('%1$s', '%1$s', 'EUR', 'Brightwell', 'DE02120300000000202051')"
            .formatted(creditor));
    office = office(mail.getSmtp().getPort());
  }

  private Office office(int port) {
    return new Office(Drafting.jdbc(database), clock, environment(port), new Patience(List.of(Duration.ofMinutes(5), Duration.ofHours(1))));
  }

  public static Map<String, String> environment(int port) {
    return Map.of(
        "DULY_SMTP_HOST", "127.0.0.1", "DULY_SMTP_PORT", Integer.toString(port), "DULY_SMTP_TLS", "none", "DULY_SMTP_PER_MINUTE", "1000000",
        "DULY_SMTP_SECONDS", "1");
  }

  /** Sends over another server from now on. */
  public void through(int port) {
    office.close();
    office = office(port);
  }

  /** With a server that is given only so many messages a minute. */
  public void slowly(int perMinute) {
    office.close();
    var slow = new java.util.HashMap<>(environment(mail.getSmtp().getPort()));
    slow.put("DULY_SMTP_PER_MINUTE", Integer.toString(perMinute));
    office = new Office(Drafting.jdbc(database), clock, slow, Patience.STANDARD);
  }

  /** With more in its environment, as it would be started. */
  public void with(Map<String, String> more) {
    office.close();
    var all = new java.util.HashMap<>(environment(mail.getSmtp().getPort()));
    all.putAll(more);
    office = new Office(Drafting.jdbc(database), clock, all, new Patience(List.of(Duration.ofMinutes(5), Duration.ofHours(1))));
  }

  /** One debtor whose reminder waits to be sent today by another way than e-mail. */
  public DebtorId remindedBy(String channel) {
    var debtor = reminded();
    database.execute(
        "update parties.debtor set phone = '+4915112345678', street = 'Road 1', postal_code = '10115', city = 'Berlin' where id = '" + debtor + "'",
        "update correspondence.message set channel = '" + channel + "' where debtor_id = '" + debtor + "'");
    return debtor;
  }

  /** Without any mail server. */
  public void unconfigured() {
    office.close();
    office = new Office(Drafting.jdbc(database), clock, Map.of(), Patience.STANDARD);
  }

  public <T> T the(Class<T> type) {
    return office.the(type);
  }

  /** A company in Germany that can be reached by e-mail only. */
  public DebtorId debtor(String number) {
    var id = new DebtorId(UUID.randomUUID());
    database.execute(
        """
        insert into parties.debtor (id, creditor_id, external_id, name, kind, country, time_zone, email)
        values ('%s', '%s', '%s', 'Debtor %3$s', 'company', 'DE', 'Europe/Berlin', lower('%3$s') || '@debtor.example')
        """
            .formatted(id, creditor, number));
    return id;
  }

  public UUID invoice(DebtorId debtor, String amount, int overdue) {
    var id = UUID.randomUUID();
    database.execute(
        """
        insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on)
        values ('%s', '%s', '%s', 'R-%d', 'EUR', %s, '%s', '%s')
        """
            .formatted(
                id, creditor, debtor, ++invoices, amount.replace(".", ""), TODAY.minusDays(overdue + 30L), TODAY.minusDays(overdue)));
    return id;
  }

  /** One debtor whose reminder waits to be sent today. */
  public DebtorId reminded() {
    var debtor = debtor("K-" + (invoices + 1));
    invoice(debtor, "1200.00", 1);
    run(TODAY);
    return debtor;
  }

  public void run(LocalDate day) {
    Drafting.run(database, day);
  }

  public SendReport send() {
    try {
      return the(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something in a transaction of the application. */
  public void in(Committed.Work<?> work) {
    try {
      the(Committed.class).run(work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public <T> T asked(Committed.Work<T> work) {
    try {
      return the(Committed.class).run(work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Moment now() {
    return Moment.of(clock);
  }

  public MessageId message() {
    return new MessageId(UUID.fromString(one("select id from correspondence.message order by planned_on desc, id desc limit 1")));
  }

  /** State of the latest message. */
  public String state() {
    return one("select state from correspondence.message order by planned_on desc, id desc limit 1");
  }

  public String one(String query) {
    return String.join("\n", rows(query));
  }

  public List<String> rows(String query) {
    return database.ask(sql -> sql.fetch(query)).stream()
        .map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .toList();
  }

  /** Whose mail arrived, in order. */
  public List<String> arrived() {
    return Arrays.stream(mail.getReceivedMessages()).map(Post::receiver).sorted().toList();
  }

  private static String receiver(MimeMessage message) {
    try {
      return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the doctor finds wrong. */
  public List<String> complaints() {
    return Examined.complaints(database);
  }

  @Override
  public void close() {
    office.close();
    mail.stop();
    database.close();
  }
}
