package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.intake.AsideRow;
import io.duly.intake.AsideRows;
import io.duly.intake.CannotImport;
import io.duly.intake.Mended;
import io.duly.intake.MendedRow;
import io.duly.intake.Mender;
import io.duly.intake.Mending;
import io.duly.kernel.CreditorId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is done with the rows of a file that are set aside: looked at, mended, discarded; each with the person's own eyes. */
@Component
public final class AsideWork {
  private static final int MOST_AT_ONCE = 5000;

  private final Scope scope;
  private final Mending mending;

  AsideWork(Scope scope, Mending mending) {
    this.scope = scope;
    this.mending = mending;
  }

  /** A file and some of its rows that are set aside. */
  public record Meant(FileLine file, List<AsideRow> rows) {}

  /**
   * The rows that are named, or all of one sort.
   *
   * @param rows empty: all such
   * @throws NotThere where the person sees no such file, or it is none of rows
   */
  public Meant meant(Person person, UUID file, Optional<Set<UUID>> rows, Narrowed narrowed) {
    return scope
        .importing(person, scoped -> FileLine.find(scoped, file).flatMap(found -> meant(scoped, found, rows, narrowed)), (_, meant) -> meant)
        .orElseThrow(NotThere::new);
  }

  private static Optional<Meant> meant(DSLContext scoped, FileLine file, Optional<Set<UUID>> named, Narrowed narrowed) {
    var rows = named.isPresent()
        ? AsideRows.only(scoped, file.id(), named.get())
        : AsideRows.of(scoped, file.id(), new AsideRows.Which(narrowed.code(), narrowed.field(), 0), MOST_AT_ONCE);
    return rows.map(all -> new Meant(file, all.rows()));
  }

  /**
   * In again, as they are now.
   *
   * @throws CannotImport where the file is none of rows, or a row names a creditor of others
   */
  public Mended mend(Person person, UUID file, List<MendedRow> rows, LocalDate today) throws IOException {
    try {
      return mending.retry(file, rows, new Mender(person.actor(), person.creditors(), today));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Puts them away for good, with a reason.
   *
   * @return how many of them were not mended or discarded before
   */
  public int discard(Person person, FileLine file, List<UUID> rows, String reason) {
    return scope
        .importing(
            person, scoped -> FileLine.find(scoped, file.id()), (tx, one) -> mending.discard(tx, new CreditorId(one.creditorId()), rows, reason.strip(), person.actor()))
        .orElseThrow(NotThere::new);
  }
}
