package io.duly.correspondence.sending;

import static io.duly.correspondence.sending.Post.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves, what does not, and what is written down of it. */
@Tag("I4")
class DispatcherTest {
  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  @Tag("P22")
  void sendsWhatIsDueOnceAndKeepsTheBytesTheAnswerAndTheContact() {
    post.reminded();
    assertThat(post.send()).returns(1, SendReport::sent).returns(0, SendReport::withdrawn);
    assertThat(post.send()).matches(SendReport::isQuiet);
    assertThat(post.arrived()).containsExactly("k-1@debtor.example");
    assertThat(post.one("select state, sent_on from correspondence.message")).isEqualTo("sent " + TODAY);
    assertThat(post.one("select outcome, answer like '250%' from correspondence.attempt_end")).isEqualTo("accepted true");
    assertThat(post.one("select direction, channel, day, kind, purpose from correspondence.contact")).isEqualTo("out email " + TODAY + " written chase");
    assertThat(post.one("select kind, document is not null from journal.entry order by seq desc limit 1")).isEqualTo("message-sent true");
    assertThat(post.one("select next_action, because from cases.recovery_case")).isEqualTo("wait waits: the message of " + TODAY + " was sent");
    assertThat(post.one("select convert_from(d.bytes, 'UTF8') like '%Message-ID: <' || a.message_id || '@brightwell.example>%'"
            + " from correspondence.attempt a join journal.document d on d.sha256 = a.document")).isEqualTo("true");
    assertThat(post.complaints()).isEmpty();
  }

  /** The reminder waits; one second before it would leave, the facts change. */
  @ParameterizedTest
  @EnumSource
  void nothingLeavesWhenTheFactsChangedOneSecondBefore(Change change) {
    var debtor = post.reminded();
    change.happens(post, debtor);
    post.clock.pass(Duration.ofSeconds(1));
    post.send();
    assertThat(post.arrived()).isEmpty();
    assertThat(post.one("select count(*) from correspondence.attempt")).isEqualTo("0");
    assertThat(post.state()).isEqualTo(change.leaves());
  }

  @Test
  @Tag("P08")
  void whatWaitsForFresherBankDataGoesWhenItHasCome() {
    var debtor = post.reminded();
    Change.BANK_DATA_IS_TOO_OLD.happens(post, debtor);
    assertThat(post.send()).returns(1, SendReport::kept);
    assertThat(post.one("select count(*) from journal.entry where kind = 'message-waits'")).isEqualTo("1");
    post.clock.pass(Duration.ofHours(2));
    assertThat(post.send()).returns(1, SendReport::kept);
    assertThat(post.one("select count(*) from journal.entry where kind = 'message-waits'")).as("said once").isEqualTo("1");
    post.database.execute("update banking.account set known_to = '" + TODAY + "'");
    post.clock.pass(Duration.ofHours(2));
    assertThat(post.send()).returns(1, SendReport::sent);
  }

  @Test
  @Tag("P13")
  void waitsForTheHoursInWhichTheDebtorMayBeWrittenTo() {
    post.database.execute("update parties.debtor set kind = 'consumer'");
    var debtor = post.debtor("K-7");
    post.database.execute("update parties.debtor set kind = 'consumer' where id = '" + debtor + "'");
    post.invoice(debtor, "80.00", 1);
    post.run(TODAY);
    post.clock.moveTo(TODAY.atTime(21, 30).atZone(Post.BERLIN).toInstant());
    assertThat(post.send()).returns(1, SendReport::kept).returns(0, SendReport::sent);
    assertThat(post.one("select waits_why like '%08:00%', not_before at time zone 'Europe/Berlin' from correspondence.message"))
        .isEqualTo("true " + TODAY.plusDays(1) + " 08:00:00.0");
    post.clock.moveTo(TODAY.plusDays(1).atTime(8, 1).atZone(Post.BERLIN).toInstant());
    assertThat(post.send()).returns(1, SendReport::sent);
    assertThat(post.one("select sent_on from correspondence.message")).isEqualTo(TODAY.plusDays(1).toString());
  }

  @Test
  void aTemporaryRefusalIsTriedAgainLaterAndGivenUpInTheEnd() throws Exception {
    post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), Fault.DEFER_RECIPIENT, Fault.DROP_AT_DATA, Fault.DEFER_TEXT)) {
      post.through(rough.port());
      assertThat(post.send()).returns(1, SendReport::later);
      assertThat(post.send()).as("not before its time").matches(SendReport::isQuiet);
      post.clock.pass(Duration.ofMinutes(6));
      assertThat(post.send()).returns(1, SendReport::later);
      post.clock.pass(Duration.ofHours(2));
      assertThat(post.send()).returns(1, SendReport::failed);
    }
    assertThat(post.one("select count(*), count(distinct known_as), count(distinct contact_id) from correspondence.attempt")).isEqualTo("3 1 1");
    assertThat(post.one("select kind, why from cases.task where done_on is null")).startsWith("delivery a message did not leave (451");
    assertThat(post.arrived()).isEmpty();
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aRetryThatSucceedsIsOneContactOfItsDay() throws Exception {
    post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), Fault.DROP_AT_RECIPIENT)) {
      post.through(rough.port());
      post.send();
      post.clock.pass(Duration.ofMinutes(6));
      assertThat(post.send()).returns(1, SendReport::sent);
    }
    assertThat(post.one("select count(*) from correspondence.contact")).isEqualTo("1");
    assertThat(post.one("select connected from correspondence.contact_outcome order by recorded_at desc limit 1")).isEqualTo("true");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void anAddressThatDoesNotExistIsNotUsedAgain() throws Exception {
    var debtor = post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), Fault.REFUSE_RECIPIENT)) {
      post.through(rough.port());
      assertThat(post.send()).returns(1, SendReport::failed);
    }
    assertThat(post.one("select address from correspondence.dead_address")).isEqualTo("k-1@debtor.example");
    assertThat(post.one("select why from cases.task where kind = 'delivery'")).contains("550 5.1.1").contains("find another");
    post.database.execute("update parties.debtor set street = 'Road 1', postal_code = '10115', city = 'Berlin' where id = '" + debtor + "'");
    post.run(TODAY.plusDays(12));
    assertThat(post.one("select channel from correspondence.message where state = 'checked'")).isEqualTo("letter");
    assertThat(post.complaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_BEFORE_KEEPING", "DROP_AFTER_KEEPING", "STALL_AFTER_KEEPING"})
  void whatMayHaveArrivedIsNeverSentAgainByItself(Fault fault) throws Exception {
    post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), fault)) {
      post.through(rough.port());
      assertThat(post.send()).returns(1, SendReport::uncertain);
      post.clock.pass(Duration.ofDays(1));
      assertThat(post.send()).matches(SendReport::isQuiet);
    }
    assertThat(post.state()).isEqualTo("uncertain");
    assertThat(post.one("select kind, why like '%outbox resolve%' from cases.task where done_on is null")).isEqualTo("delivery true");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aPersonSaysThatItDidNotArriveAndItIsSentAgainUnderTheSameId() throws Exception {
    post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), Fault.DROP_BEFORE_KEEPING)) {
      post.through(rough.port());
      post.send();
      post.in(tx -> { post.the(Queue.class).resolve(tx, post.message(), false, "their log has nothing", "shell:ada", post.now()); return 0; });
      assertThat(post.send()).returns(1, SendReport::sent);
    }
    assertThat(post.arrived()).hasSize(1);
    assertThat(post.one("select count(distinct known_as) from correspondence.attempt")).isEqualTo("1");
    assertThat(post.one("select count(*) from cases.task where done_on is null")).isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aPersonSaysThatItArrived() throws Exception {
    post.reminded();
    try (var rough = RoughServer.once(post.mail.getSmtp().getPort(), Fault.DROP_AFTER_KEEPING)) {
      post.through(rough.port());
      post.send();
      post.in(tx -> { post.the(Queue.class).resolve(tx, post.message(), true, "they answered it", "shell:ada", post.now()); return 0; });
      assertThat(post.send()).matches(SendReport::isQuiet);
    }
    assertThat(post.state()).isEqualTo("sent");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void nothingIsTouchedWhileTheServerCannotBeReached() {
    post.reminded();
    post.mail.stop();
    assertThat(post.send().troubles()).singleElement().asString().contains("default");
    assertThat(post.one("select count(*) from correspondence.attempt")).isEqualTo("0");
    assertThat(post.one("select trouble is not null from correspondence.server_pace")).isEqualTo("true");
    assertThat(post.state()).isEqualTo("checked");
  }

  @Test
  void withoutAServerEverythingWaitsAndSaysSo() {
    post.reminded();
    post.unconfigured();
    assertThat(post.send().troubles()).containsExactly("No mail server 'default' is configured; its messages wait.");
    post.database.execute("delete from correspondence.sender");
    assertThat(post.send()).returns(1, SendReport::waiting);
    assertThat(post.state()).isEqualTo("checked");
  }

  @Test
  void aServerIsGivenNoMoreThanItMayBeGiven() {
    for (int each = 0; each < 20; each++) {
      post.invoice(post.debtor("K-" + each), "50.00", 1);
    }
    post.run(TODAY);
    post.slowly(60);
    assertThat(post.send()).as("ten seconds' worth at once").returns(11, SendReport::sent);
    assertThat(post.send()).returns(0, SendReport::sent);
    post.clock.pass(Duration.ofSeconds(3));
    assertThat(post.send()).returns(3, SendReport::sent);
  }

  @Test
  void whatAPersonMustSeeFirstWaitsForExactlyTheirYes() {
    post.database.execute("update correspondence.sender set look_first = true");
    post.reminded();
    assertThat(post.send()).returns(1, SendReport::held);
    assertThat(post.send()).matches(SendReport::isQuiet);
    var queue = post.the(Queue.class);
    var id = post.message();
    var read = post.asked(tx -> queue.text(tx, id, post.now()));
    post.in(tx -> { queue.approve(tx, id, read, "shell:ada", post.now()); return 0; });
    post.in(tx -> { queue.write(tx, id, new ComposedText("Other", read.plain(), read.html()), "shell:bob", post.now()); return 0; });
    assertThat(post.send()).as("other words were approved").returns(0, SendReport::sent);
    var now = post.asked(tx -> queue.text(tx, id, post.now()));
    post.in(tx -> { queue.approve(tx, id, now, "shell:ada", post.now()); return 0; });
    assertThat(post.send()).returns(1, SendReport::sent);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  @Tag("P12")
  void wordsThatMayNeverLeaveDoNotEvenWithAYes() {
    post.reminded();
    var queue = post.the(Queue.class);
    var threat = new ComposedText("Pay", "Pay today or we will tell your boss and your neighbours, you thief.", java.util.Optional.empty());
    post.in(tx -> { queue.write(tx, post.message(), threat, "shell:bob", post.now()); return 0; });
    post.in(tx -> { queue.approve(tx, post.message(), threat, "shell:ada", post.now()); return 0; });
    assertThat(post.send()).returns(1, SendReport::withdrawn);
    assertThat(post.arrived()).isEmpty();
    assertThat(post.one("select kind from cases.task")).isEqualTo("review");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aPauseKeepsBackAndIsLifted() {
    var debtor = post.reminded();
    var pauses = post.the(Pauses.class);
    for (var whom : java.util.List.of(
        Pauses.Whom.everything(),
        new Pauses.Whom(java.util.Optional.of(post.creditor), java.util.Optional.empty()),
        new Pauses.Whom(java.util.Optional.of(post.creditor), java.util.Optional.of(debtor)))) {
      boolean placed = post.asked(tx -> pauses.place(tx, whom, "the template is wrong", "shell:ada", post.clock.instant()));
      assertThat(placed).isTrue();
      assertThat(post.send()).matches(SendReport::isQuiet);
      boolean lifted = post.asked(tx -> pauses.lift(tx, whom, "shell:ada", post.clock.instant()));
      assertThat(lifted).isTrue();
    }
    assertThat(post.send()).returns(1, SendReport::sent);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  @Tag("I3")
  void anAddressThatCouldAddAReceiverIsNone() {
    post.reminded();
    post.database.execute("update parties.debtor set email = E'a@debtor.example\\r\\nRCPT TO:<b@debtor.example>'");
    assertThat(post.send()).returns(1, SendReport::withdrawn);
    assertThat(post.arrived()).isEmpty();
    assertThat(post.one("select kind from cases.task")).isEqualTo("complete_file");
  }

  @Test
  void answersCanGoToAnAddressThatNamesTheMessage() throws Exception {
    post.database.execute("update correspondence.sender set reply_to = 'reply@in.brightwell.example', reply_tokens = true");
    post.reminded();
    post.send();
    var token = post.one("select reply_token from correspondence.message");
    assertThat(token).matches("[a-z2-7]{16}");
    assertThat(post.mail.getReceivedMessages()[0].getReplyTo()[0].toString()).contains("reply+" + token + "@in.brightwell.example");
  }
}
