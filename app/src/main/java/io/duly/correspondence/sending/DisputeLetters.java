package io.duly.correspondence.sending;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Dispute;
import io.duly.cases.Recorded;
import io.duly.correspondence.template.Forms;
import io.duly.correspondence.template.HandWritten;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.Phrases;
import io.duly.kernel.MessageId;
import io.duly.kernel.Money;
import io.duly.journal.Sha256;
import io.duly.strategy.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a debtor is written about what it contests (P09): that we have it and by when we answer, and, where it is owed all the same, why, with the
 * documents. Either waits in the queue as everything else does, is looked at for its tone, and can be given other words there.
 */
@Component
public final class DisputeLetters {
  private static final int MOST_PAPERS = 10;

  private final HandWriting writing;
  private final Messages messages;
  private final LetterPacking letters;
  private final CaseJournal cases;

  DisputeLetters(HandWriting writing, Messages messages, LetterPacking letters, CaseJournal cases) {
    this.writing = writing;
    this.messages = messages;
    this.letters = letters;
    this.cases = cases;
  }

  /**
   * Says that we have it and by when our answer comes.
   *
   * @throws CannotRecord where no way is left to write, or a message to them is planned for each of the coming days
   */
  public MessageId acknowledge(DSLContext tx, CaseHead head, Dispute dispute, Recorded by) {
    return queue(tx, head, Goal.MESSAGE, by, (phrases, forms) -> new HandWritten(
        phrases.say("dispute.received.subject"),
        phrases.say("dispute.received", forms.money(dispute.amount()), forms.day(dispute.answerDueOn())), Set.of(dispute.invoice())));
  }

  /**
   * Says why it is owed, with the originals of the invoice and what else proves it. What is asked for is what is open and uncontested when
   * it leaves.
   *
   * @param credited for the part in which the debtor was right
   * @param answer what came out, in sentences for the debtor
   * @param papers of the case's file, beside the invoice
   * @throws CannotRecord as above, where the words may never leave, or a paper is not of this case
   */
  public MessageId explain(DSLContext tx, CaseHead head, Dispute dispute, Optional<Money> credited, String answer, List<Sha256> papers, Recorded by) {
    requirePapers(tx, head, papers);
    var message = queue(tx, head, Goal.EXPLANATION, by, (phrases, forms) -> new HandWritten(
        phrases.say("dispute.explained.subject"),
        phrases.say(
            "dispute.explained", forms.money(dispute.amount()), harmless(answer),
            credited.map(sum -> phrases.say("dispute.credited", forms.money(sum)) + "\n\n").orElse(""),
            papers.isEmpty() && !hasOriginal(tx, dispute) ? "" : phrases.say("dispute.enclosed") + " "),
        Set.of(dispute.invoice())));
    enclose(tx, head, message, papers);
    var facts = Map.of("message", message.toString(), "invoice", dispute.invoiceNumber(), "papers", papers.size());
    cases.write(tx, List.of(head), "explanation-drafted", "Why invoice " + dispute.invoiceNumber() + " is owed is explained in writing, with the documents.", facts, by);
    return message;
  }

  private static boolean hasOriginal(DSLContext tx, Dispute dispute) {
    return !Originals.of(tx, List.of(dispute.invoice().value()), Channel.EMAIL).files().isEmpty();
  }

  /** Nothing that a template would fill in. */
  private static String harmless(String answer) {
    return answer.strip().replace("{{", "{ {");
  }

  private static void requirePapers(DSLContext tx, CaseHead head, List<Sha256> papers) {
    if (papers.size() > MOST_PAPERS) {
      throw new CannotRecord("No more than " + MOST_PAPERS + " papers go with a message.");
    }
    for (var paper : papers) {
      boolean filed = tx.fetchSingle("select exists (select from journal.entry where case_id = ? and kind = 'paper-filed' and document = ?)", head.id().value(), paper.bytes())
          .get(0, Boolean.class);
      if (!filed) {
        throw new CannotRecord("That paper is not in the file of this case. Put it there first.");
      }
    }
  }

  private static void enclose(DSLContext tx, CaseHead head, MessageId message, List<Sha256> papers) {
    for (int nth = 0; nth < papers.size(); nth++) {
      tx.execute("insert into correspondence.enclosure (message_id, nth, creditor_id, document) values (?, ?, ?, ?)",
          message.value(), nth + 1, head.creditor().value(), papers.get(nth).bytes());
    }
  }

  private MessageId queue(DSLContext tx, CaseHead head, Goal goal, Recorded by, BiFunction<Phrases, Forms, HandWritten> words) {
    var language = messages.language(tx, head.id());
    var country = Optional.ofNullable(tx.fetchSingle("select country from parties.debtor where id = ?", head.debtor().value()).get(0, String.class));
    var written = words.apply(Phrases.of(language), Forms.of(language, country));
    return queue(tx, new HandWriting.Draft(head.id(), way(tx, head), language, written, false), goal, by);
  }

  private MessageId queue(DSLContext tx, HandWriting.Draft draft, Goal goal, Recorded by) {
    try {
      return writing.queue(tx, draft, goal, by.actor(), new Moment(by.on(), by.recordedAt()));
    } catch (CannotChange refused) {
      throw new CannotRecord(String.valueOf(refused.getMessage()));
    }
  }

  /** By e-mail, where the documents are there at once, else by letter. */
  private Channel way(DSLContext tx, CaseHead head) {
    if (Addressees.byEmail(tx, head.debtor()).isPresent()) {
      return Channel.EMAIL;
    }
    boolean refused = tx.fetchSingle("select exists (select from parties.contact_person where debtor_id = ? and 'letter' = any (refused_channels))", head.debtor().value())
        .get(0, Boolean.class);
    if (refused || letters.address(tx, head.debtor()).isEmpty()) {
      throw new CannotRecord("There is no address that they could be written to about it. Tell them otherwise, and say that they were told.");
    }
    return Channel.LETTER;
  }
}
