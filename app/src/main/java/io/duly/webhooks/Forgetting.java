package io.duly.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was told, or will not be, is kept for thirty days; a webhook that was paused for so long is over. */
@Component
public class Forgetting {
  /** How long a list of deliveries reaches back. */
  public static final Duration KEPT = Duration.ofDays(30);

  private final DSLContext dsl;

  Forgetting(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Transactional
  public void clean(Instant now) {
    var longAgo = now.minus(KEPT).atOffset(ZoneOffset.UTC);
    dsl.execute("update webhooks.subscription set ended_at = ?::timestamptz, ended_why = 'forgotten' where ended_at is null and paused_at < ?::timestamptz", now.atOffset(ZoneOffset.UTC), longAgo);
    dsl.execute("update webhooks.event e set state = 'left_out' from webhooks.subscription s where s.id = e.subscription_id and s.ended_at is not null and e.state = 'waiting'");
    dsl.execute("delete from webhooks.event where state <> 'waiting' and made_at < ?::timestamptz", longAgo);
  }
}
