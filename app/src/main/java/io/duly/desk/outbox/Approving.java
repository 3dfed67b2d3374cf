package io.duly.desk.outbox;

import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.ComposedText;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.identity.Person;
import io.duly.wording.Severity;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who may say yes to a message. A creditor that wants each looked at is content with whoever works its cases; words that need
 * a second person are a manager's or an administrator's, and never the one's who wrote them.
 */
@Component
public final class Approving {
  private final Queue queue;
  private final Inquiry inquiry;

  Approving(Queue queue, Inquiry inquiry) {
    this.queue = queue;
    this.inquiry = inquiry;
  }

  /** The key of a sentence that says why the person may not; empty where they may. */
  Optional<String> refusal(DSLContext tx, Person person, OutboxLine line, Inquiry.Said said) {
    if (!line.needsYes()) {
      return Optional.of("approve.not-asked");
    }
    if (said.text().isEmpty()) {
      return Optional.of("approve.no-words");
    }
    if (said.isBlocked()) {
      return Optional.of("approve.blocked");
    }
    boolean second = said.findings().stream().anyMatch(one -> one.severity() == Severity.NEEDS_APPROVAL);
    if (!person.role().mayChange() || second && !person.role().mayApprove()) {
      return Optional.of("approve.not-yours");
    }
    return second && queue.author(tx, line.id()).filter(person.actor()::equals).isPresent() ? Optional.of("approve.own-words") : Optional.empty();
  }

  /**
   * Says yes to exactly the words that were read.
   *
   * @param hash of those
   * @return the key of the reason where it was refused
   * @throws CannotChange where it does not wait or its words have changed
   */
  public Optional<String> approve(DSLContext tx, Person person, OutboxLine line, String hash, Moment at) {
    var said = inquiry.of(tx, line.id(), at).orElseThrow();
    var refusal = refusal(tx, person, line, said);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (said.text().map(ComposedText::hash).filter(now -> now.hex().equals(hash)).isEmpty()) {
      return Optional.of("approve.changed");
    }
    queue.approve(tx, line.id(), said.text().orElseThrow(), person.actor(), at);
    return Optional.empty();
  }
}
