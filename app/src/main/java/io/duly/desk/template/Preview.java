package io.duly.desk.template;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.letter.Letters;
import io.duly.correspondence.letter.Stationery;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.InvalidTemplate;
import io.duly.correspondence.template.Messages;
import io.duly.cycle.PolicyShelf;
import io.duly.strategy.Channel;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What comes out of a template, for a case of its creditor or for an example; as {@code ./duly template preview} has it. */
@Component
public final class Preview {
  private final Messages messages;
  private final Cases cases;
  private final CaseJournal journal;
  private final PolicyShelf policies;
  private final Stationery stationery;

  Preview(Messages messages, Cases cases, CaseJournal journal, PolicyShelf policies, Stationery stationery) {
    this.messages = messages;
    this.cases = cases;
    this.journal = journal;
    this.policies = policies;
    this.stationery = stationery;
  }

  /**
   * What came out.
   *
   * @param problem why nothing did, in a sentence; the key of one where it begins with {@code template.}
   */
  public record CameOut(Optional<Composed> composed, Optional<String> problem) {
    private static CameOut of(Composed composed) {
      return new CameOut(Optional.of(composed), Optional.empty());
    }

    private static CameOut not(String why) {
      return new CameOut(Optional.empty(), Optional.of(why));
    }
  }

  /** @param tx with the application's rights; a case of another creditor is none */
  public CameOut of(DSLContext tx, Named named, Sheet sheet, LocalDate day) {
    var source = sheet.text().orElseThrow();
    var channel = sheet.isAs("letter") ? Channel.LETTER : Channel.EMAIL;
    try {
      if (sheet.number().isEmpty()) {
        return CameOut.of(Messages.example(named.kind(), named.language(), source, sheet.inTone(), channel));
      }
      var recovery = recovery(tx, named, sheet.number().get());
      if (recovery.isEmpty()) {
        return CameOut.not("template.no-case");
      }
      var claims = policies.claims(named.creditor().policy(), named.kind(), day);
      return CameOut.of(messages.preview(tx, recovery.get().id(), named.kind(), named.language(), source, sheet.inTone(), channel, claims, day));
    } catch (InvalidTemplate wrong) {
      return CameOut.not("template.mend-first");
    } catch (CannotRender missing) {
      return CameOut.not(String.valueOf(missing.getMessage()));
    }
  }

  byte[] letter(DSLContext tx, Named named, Composed composed) {
    return Letters.pdf(composed, stationery.of(tx, named.creditor()));
  }

  private Optional<CaseHead> recovery(DSLContext tx, Named named, String number) {
    return Optional.of(number)
        .filter(typed -> typed.matches("\\d{1,15}"))
        .flatMap(typed -> cases.find(tx, typed))
        .map(id -> journal.head(tx, id))
        .filter(head -> head.creditor().equals(named.creditor().id()));
  }
}
