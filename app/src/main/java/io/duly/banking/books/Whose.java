package io.duly.banking.books;

import io.duly.intake.CannotImport;
import io.duly.intake.CreditorMeant;
import io.duly.intake.TakenFiles;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whose an account is: the creditor's who was named, else of whom it is known, else the only one's. */
@Component
final class Whose {
  private final CreditorMeant meant;
  private final Parties parties;
  private final TakenFiles files;

  Whose(CreditorMeant meant, Parties parties, TakenFiles files) {
    this.meant = meant;
    this.parties = parties;
    this.files = files;
  }

  /**
   * The creditor, for whom no other file is taken in until the transaction ends.
   *
   * @param owners the creditors of whom an account of this number is known
   * @throws CannotImport where that cannot be told
   */
  CreditorId of(DSLContext tx, List<CreditorId> owners, String number, Optional<String> named) {
    var creditor = found(tx, owners, number, named);
    files.oneAtATime(tx, creditor);
    return creditor;
  }

  private CreditorId found(DSLContext tx, List<CreditorId> owners, String number, Optional<String> named) {
    if (owners.isEmpty()) {
      return meant.of(tx, named).id();
    }
    var names = owners.stream().map(id -> name(tx, id)).toList();
    if (named.isPresent()) {
      return owners.stream().filter(id -> name(tx, id).equals(named.get())).findFirst()
          .orElseThrow(() -> new CannotImport("Account " + number + " is of " + String.join(", ", names) + ", not of " + named.get() + ". Leave --creditor out."));
    }
    if (owners.size() > 1) {
      throw new CannotImport("Account " + number + " is of several creditors. Say --creditor with one of: " + String.join(", ", names) + ".");
    }
    return owners.getFirst();
  }

  private String name(DSLContext tx, CreditorId id) {
    return parties.creditors(tx).stream().filter(one -> one.id().equals(id)).map(Creditor::name).findFirst().orElseThrow();
  }
}
