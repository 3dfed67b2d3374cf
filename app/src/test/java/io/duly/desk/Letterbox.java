package io.duly.desk;

import io.duly.correspondence.reply.Arrival;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.sending.Moment;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Replies of the debtors of a desk. */
final class Letterbox {
  private final Desk desk;

  Letterbox(Desk desk) {
    this.desk = desk;
    desk.database.execute("update parties.debtor set email = lower(external_id) || '@debtor.example' where email is null or email not like '%@debtor.example'");
  }

  /** A reply from a debtor's own address. */
  UUID from(String debtor, String words) {
    var address = desk.database.ask(sql -> sql.fetchSingle("select email from parties.debtor where name like ? limit 1", debtor + "%").get(0, String.class));
    return take("From: Kim Doe <" + address + ">\nSubject: Re: Reminder\nMessage-ID: <" + UUID.randomUUID() + "@x>\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n");
  }

  UUID take(String mail) {
    try {
      var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      var at = Moment.of(desk.application.getBean(Clock.class));
      return desk.application.getBean(Replies.class).take(Arrival.whole(bytes, Arrival.Via.COMMAND, "shell:ada"), at).id();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
