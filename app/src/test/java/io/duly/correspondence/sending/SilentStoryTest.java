package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.CaseFiles;
import io.duly.cases.Checklist;
import io.duly.cases.ChecklistItem;
import io.duly.cases.Recorded;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.PersonalContacts;
import io.duly.correspondence.Reported;
import io.duly.correspondence.Wish;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import io.duly.rules.contact.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories 9 and 10 from outside: the cycle plans, SMTP on loopback and a folder of letters take what leaves, a person calls. */
class SilentStoryTest {
  private static final Pattern BEST = Pattern.compile("best at (\\d\\d:\\d\\d)");
  private final Post post = new Post();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    post.close();
  }

  /**
   * Story 9: courtesy note, day-one reminder, call attempts within the caps at different hours, second reminder, formal and
   * final demand, ninety days: placement is proposed with the file complete.
   */
  @Test
  @Tag("P35")
  void silent() throws Exception {
    var debtor = silentDebtor();
    var due = Post.TODAY.plusDays(5);
    post.invoice(debtor, "1200.00", -5);
    var attempts = new ArrayList<LocalTime>();
    for (var day = Post.TODAY; !day.isAfter(due.plusDays(96)); day = day.plusDays(1)) {
      post.clock.moveTo(day.atTime(10, 0).atZone(Post.BERLIN).toInstant());
      post.run(day);
      post.send();
      post.the(Printing.class).print(folder, false, 500);
      calls(debtor, day, attempts);
    }
    assertThat(steps())
        .containsExactly("courtesy-note email", "first-reminder email", "second-reminder email", "formal-demand letter", "final-demand letter");
    assertThat(post.rows("select sent_on from correspondence.message where step = 'first-reminder'")).containsExactly(due.plusDays(1).toString());
    assertThat(post.rows("select sent_on from correspondence.message where step = 'courtesy-note'")).containsExactly(due.minusDays(4).toString());
    assertThat(attempts).as("two steps that call, three attempts each at most").hasSizeBetween(4, 6);
    assertThat(new HashSet<>(attempts.subList(0, 3))).as("at different hours").hasSize(3);
    assertThat(post.arrived()).hasSize(3).allMatch("k-silent@debtor.example"::equals);
    keepsTheCaps();
    assertThat(post.rows("select kind from cases.task where done_on is null")).containsExactly("place");
    assertThat(post.one("select created_on from cases.task where kind = 'place'")).isEqualTo(due.plusDays(90).toString());
    assertThat(post.one("select next_action from cases.recovery_case")).isEqualTo("place");
    Checklist file = post.asked(tx -> post.the(CaseFiles.class).checklist(tx, recovery(), due.plusDays(96)));
    assertThat(file.missing()).isEmpty();
    assertThat(post.one("select sum(gross) - coalesce((select sum(amount) from ledger.posting where kind = 'receipt' and invoice_id = i.id), 0) from ledger.invoice i where settled_on is null group by i.id"))
        .isEqualTo("120000");
    assertThat(post.rows("select kind from journal.entry where kind in ('message-sent', 'contact-made') order by seq")).hasSize(5 + attempts.size());
    assertThat(post.complaints()).isEmpty();
  }

  /** A company in Germany that pays late as a rule, of whom everything is known and who answers nothing. */
  private DebtorId silentDebtor() {
    var debtor = post.debtor("K-SILENT");
    post.database.execute(
        "update parties.debtor set phone = '+49 30 7654321', street = 'Seestraße 4', postal_code = '13353', city = 'Berlin' where id = '%s'".formatted(debtor),
        "insert into parties.contact_person (id, creditor_id, debtor_id, name) values (gen_random_uuid(), '%s', '%s', 'Ann Alder')".formatted(post.creditor, debtor));
    for (int one = 1; one <= 3; one++) {
      paidLate(debtor, post.invoice(debtor, "100.00", 60 + one), Post.TODAY.minusDays(30));
    }
    return debtor;
  }

  private void paidLate(DebtorId debtor, UUID invoice, LocalDate on) {
    var receipt = UUID.randomUUID();
    post.database.execute(
        "insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind) values ('%s', '%s', '%s', 'EUR', 10000, '%s', 'bank')"
            .formatted(receipt, post.creditor, debtor, on),
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
        values (gen_random_uuid(), '%s', '%s', '%s', 'EUR', 'receipt', '%s', 10000, '%s', 'duly')
        """
            .formatted(post.creditor, debtor, invoice, receipt, on));
  }

  /** Whoever has a call on the worklist calls at the hour it names; nobody answers. The file is completed at the first call. */
  private void calls(DebtorId debtor, LocalDate day, List<LocalTime> attempts) {
    var asked = post.rows("select why from cases.task where kind = 'call' and done_on is null and due_on <= '" + day + "'");
    if (asked.isEmpty()) {
      return;
    }
    complete(day);
    var best = BEST.matcher(asked.getFirst());
    assertThat(best.find()).as(asked.getFirst()).isTrue();
    var time = LocalTime.parse(best.group(1));
    var at = day.atTime(time).atZone(Post.BERLIN).toInstant();
    post.clock.moveTo(at.plusSeconds(60));
    var report = new ContactReport(debtor, Optional.of(recovery()), Reach.by(Channel.CALL), CameOfIt.NO_ANSWER, at, Optional.empty());
    var reported = post.asked(tx -> post.the(PersonalContacts.class).made(tx, report, by(day, post.clock.instant())));
    assertThat(reported).isInstanceOf(Reported.Written.class);
    attempts.add(time);
  }

  private void complete(LocalDate day) {
    for (var item : List.of(ChecklistItem.INVOICES, ChecklistItem.ORDER, ChecklistItem.DELIVERY, ChecklistItem.TERMS, ChecklistItem.CORRESPONDENCE)) {
      post.in(
          tx -> {
            post.the(CaseFiles.class).mark(tx, recovery(), item, Checklist.State.THERE, Optional.empty(), by(day, post.clock.instant()));
            return item;
          });
    }
  }

  private static Recorded by(LocalDate day, Instant now) {
    return Recorded.by("shell:anna", day, now);
  }

  private CaseId recovery() {
    return new CaseId(UUID.fromString(post.one("select id from cases.recovery_case")));
  }

  private List<String> steps() {
    return post.rows("select step, channel from correspondence.message where state = 'sent' order by sent_on");
  }

  /** Two contacts in seven days and six in thirty at most, by the policy, never two on a day. */
  private void keepsTheCaps() {
    assertThat(post.rows("select day from correspondence.contact where direction = 'out' group by day having count(*) > 1")).isEmpty();
    for (var cap : List.of(List.of(7, 2), List.of(30, 6))) {
      assertThat(
              post.rows(
                  """
                  select a.day from correspondence.contact a join correspondence.contact b using (debtor_id)
                   where b.day between a.day and a.day + %d group by a.id, a.day having count(*) > %d
                  """
                      .formatted(cap.getFirst() - 1, cap.getLast())))
          .as("%s", cap)
          .isEmpty();
    }
  }

  /** Story 10: said in a call. Honoured at once in every queue; the next step is a letter. */
  @Test
  @Tag("P13")
  void stopCalling() throws Exception {
    var debtor = post.debtor("K-9");
    post.database.execute(
        "update parties.debtor set kind = 'consumer', phone = '+49 30 7654321', street = 'Seestraße 4', postal_code = '13353', city = 'Berlin' where id = '%s'"
            .formatted(debtor));
    post.invoice(debtor, "1200.00", 1);
    post.run(Post.TODAY);
    assertThat(post.rows("select channel, state from correspondence.message")).containsExactly("email checked");
    var said = post.clock.instant();
    var call = new ContactReport(debtor, Optional.of(recovery()), Reach.by(Channel.CALL), CameOfIt.TALK, said, Optional.of("Please write only, and not to my workplace."));
    post.asked(tx -> post.the(PersonalContacts.class).theyCame(tx, call, by(Post.TODAY, said)));
    var wishes = new ArrayList<Wish>();
    List.of(Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.VISIT).forEach(channel -> wishes.add(new Wish.Stop(Stop.by(said, channel))));
    wishes.add(new Wish.Stop(new Stop(said, Set.of(), Optional.of(Place.WORK), Optional.empty())));
    var stated = post.asked(tx -> post.the(DebtorWishes.class).state(tx, debtor, wishes, "Please write only, and not to my workplace.", said, by(Post.TODAY, said)));
    assertThat(stated.withdrawn()).isEqualTo(1);
    assertThat(post.rows("select channel, state from correspondence.message")).containsExactly("email withdrawn");
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(post.arrived()).isEmpty();
    for (var day = Post.TODAY.plusDays(1); day.isBefore(Post.TODAY.plusDays(70)); day = day.plusDays(1)) {
      post.clock.pass(Duration.ofDays(1));
      post.run(day);
      post.send();
      post.the(Printing.class).print(folder, false, 500);
    }
    assertThat(post.arrived()).as("nothing by e-mail any more").isEmpty();
    assertThat(steps()).isNotEmpty().allMatch(step -> step.endsWith(" letter"));
    assertThat(post.rows("select kind from cases.task where kind = 'call'")).as("nobody is asked to call").isEmpty();
    assertThat(post.rows("select kind from journal.entry where kind in ('contact-received', 'wish-stated') order by seq")).containsExactly("contact-received", "wish-stated");
    assertThat(post.complaints()).isEmpty();
  }

  /** A reminder that falls on a day without an hour for it is planned for the next that has one, with the rule. */
  @Test
  @Tag("P13")
  void whatFallsOnASundayIsPlannedForMonday() {
    var debtor = post.debtor("K-1");
    post.database.execute("update parties.debtor set kind = 'consumer', country = 'NL', time_zone = 'Europe/Amsterdam'");
    post.invoice(debtor, "1200.00", -4);
    var sunday = LocalDate.of(2026, 6, 7);
    post.run(sunday);
    assertThat(post.rows("select 1 from correspondence.message")).isEmpty();
    assertThat(post.one("select because from cases.recovery_case")).contains("NL-BKI-4-2").contains("Sun 2026-06-07");
    assertThat(post.one("select review_on from cases.recovery_case")).isEqualTo("2026-06-08");
    post.run(sunday.plusDays(1));
    assertThat(post.one("select channel, planned_on from correspondence.message")).isEqualTo("email 2026-06-08");
  }

  /** A channel that no rule will ever allow is left for another. */
  @Test
  @Tag("P13")
  void whoNeverAgreedToEmailsInNewYorkCityGetsALetter() {
    var debtor = post.debtor("K-1");
    post.database.execute(
        "update parties.debtor set kind = 'consumer', country = 'US', region = 'NY', city = 'Brooklyn', street = '1 Court St', postal_code = '11201', time_zone = 'America/New_York'");
    post.invoice(debtor, "1200.00", -120);
    post.run(LocalDate.of(2026, 10, 1));
    assertThat(post.one("select channel from correspondence.message where debtor_id = '" + debtor + "'")).isEqualTo("letter");
    assertThat(post.one("select reasons::text from cycle.decision")).contains("not by e-mail: US-NYC-CONSENT");
  }

  /** Court and agency may be named only where policy and stage make it true: a first reminder bears neither, whoever wrote it. */
  @Test
  @Tag("P12")
  void whatTheCaseDoesNotBearDoesNotLeaveWhoeverWroteIt() {
    post.reminded();
    for (var words : List.of("A claim against you is being issued at the county court.", "We have passed your debt to a collection agency.", "Your credit file has been marked.")) {
      post.database.execute(
          """
          insert into correspondence.message_text (message_id, version, creditor_id, subject, plain, sha256, written_by, written_at)
          select id, 1 + (select count(*) from correspondence.message_text), creditor_id, 'Invoice', '%s', sha256('x'), 'shell:anna', '2026-06-02 07:00Z'
            from correspondence.message where state = 'checked'
          """
              .formatted(words));
      assertThat(post.send()).as(words).returns(0, SendReport::sent);
    }
    assertThat(post.arrived()).isEmpty();
    assertThat(post.one("select state || ' ' || approval from correspondence.message")).isIn("withdrawn not_needed", "withdrawn needed", "checked needed");
  }
}
