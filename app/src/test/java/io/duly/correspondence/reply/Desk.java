package io.duly.correspondence.reply;

import io.duly.cases.Recorded;
import io.duly.correspondence.sending.Post;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A desk at which replies arrive, with debtors who were written to. */
final class Desk implements AutoCloseable {
  final Post post = new Post();

  Desk() {
    post.database.execute("update correspondence.sender set reply_to = 'reply@in.brightwell.example', reply_tokens = true");
  }

  TakenIn take(String mail) {
    return take(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  TakenIn take(byte[] mail) {
    try {
      return post.the(Replies.class).take(Arrival.whole(mail, Arrival.Via.COMMAND, "shell:ada"), post.now());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A reply of a debtor's own address to the last message, with these words. */
  TakenIn answer(String words) {
    return take(mail("k-1@debtor.example", "In-Reply-To: " + knownAs() + "\n", words));
  }

  static String mail(String from, String moreHeads, String words) {
    return "From: Kim <" + from + ">\nTo: accounts@brightwell.example\nSubject: Re: Reminder\nDate: Tue, 2 Jun 2026 10:00:01 +0200\nMessage-ID: <"
        + UUID.randomUUID() + "@debtor.example>\n" + moreHeads + "Content-Type: text/plain; charset=UTF-8\n\n" + words + "\n";
  }

  String knownAs() {
    return post.one("select known_as from correspondence.attempt order by started_at desc, id desc limit 1");
  }

  String token() {
    return post.one("select reply_token from correspondence.message where reply_token is not null order by id desc limit 1");
  }

  Reply reply(TakenIn taken) {
    return post.asked(tx -> post.the(Replies.class).find(tx, taken.id(), Post.TODAY).orElseThrow());
  }

  List<ReplyLine> list(Replies.Shelf shelf) {
    return post.asked(tx -> post.the(Replies.class).list(tx, shelf, 100, Post.TODAY));
  }

  void settle(TakenIn taken, Settlement said) {
    post.in(tx -> { post.the(Replies.class).settle(tx, taken.id(), said, ada()); return 0; });
  }

  void attach(TakenIn taken, CaseId recovery) {
    post.in(tx -> { post.the(Replies.class).attach(tx, taken.id(), recovery, ada()); return 0; });
  }

  CaseId caseOf(DebtorId debtor) {
    return new CaseId(UUID.fromString(post.one("select id from cases.recovery_case where debtor_id = '" + debtor + "'")));
  }

  Recorded ada() {
    return Recorded.by("shell:ada", post.now().day(), post.now().now());
  }

  /** What stops the debtor and what is to be done, as a person would look it up. */
  List<String> holds() {
    return post.rows("select kind from cases.hold where lifted_on is null order by since, kind");
  }

  List<String> tasks() {
    return post.rows("select kind from cases.task where done_on is null order by kind");
  }

  @Override
  public void close() {
    post.close();
  }
}
