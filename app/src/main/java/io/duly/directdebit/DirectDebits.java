package io.duly.directdebit;

import io.duly.agreements.Mandates;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.debits.Collecting;
import io.duly.debits.Collection;
import io.duly.debits.DebitFile;
import io.duly.debits.Pain008;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Makes the files by which a bank collects instalments. Works in the caller's transaction; what is read is what it may see. */
@Component
public final class DirectDebits {
  /** A file asks for what is collected within these days: what is asked for too early may be paid by hand meanwhile. */
  public static final int DAYS_IN_A_FILE = 7;

  private static final int LONGEST_WHY = 500;
  private static final int LONGEST_TEXT = 140;
  private static final int MOST_FILES = 100;
  private static final int SIGNS = 20;
  private static final String FILES =
      """
      select f.*, r.name as creditor, (select min(c.collect_on) from debits.collection c where c.file_id = f.id) as first_on,
             (select count(*)::int from debits.collection c where c.file_id = f.id and c.returned_on is not null) as returned
        from debits.file f join parties.creditor r on r.id = f.creditor_id order by f.made_at desc, f.id desc limit ?
      """;
  private static final String FILE =
      """
      insert into debits.file (id, creditor_id, message, currency, collections, total, content, made_on, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?)
      """;
  private static final String COLLECTION =
      """
      insert into debits.collection (id, file_id, creditor_id, debtor_id, case_id, plan_id, nth, mandate_id, currency, amount, collect_on, end_to_end) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?)
      """;

  private final CaseJournal cases;
  private final Mandates mandates;
  private final IdSource ids;

  DirectDebits(CaseJournal cases, Mandates mandates, IdSource ids) {
    this.cases = cases;
    this.mandates = mandates;
    this.ids = ids;
  }

  /** What is to be collected and in no file yet, the earliest first. */
  public List<Coming> coming(DSLContext scoped, LocalDate today) {
    return ComingRows.of(scoped, today).stream().map(ComingRows.Row::coming).toList();
  }

  /** Whether it goes into a file of today. */
  public static boolean isForAFile(Coming one, LocalDate today) {
    return one.state() instanceof Collecting.Ready ready && !ready.on().isAfter(today.plusDays(DAYS_IN_A_FILE));
  }

  /**
   * Makes a file of what can be collected for a creditor within {@value #DAYS_IN_A_FILE} days. What is in it is not in another.
   *
   * @throws CannotRecord where nothing can be
   */
  public MadeFile make(DSLContext tx, CreditorId creditor, Recorded by) {
    var terms = mandates.locked(tx, creditor).orElseThrow(() -> new CannotRecord("Nobody collects direct debits for this creditor yet."));
    var rows = ComingRows.of(tx, by.on()).stream().filter(row -> row.coming().creditor().equals(creditor) && isForAFile(row.coming(), by.on())).toList();
    if (rows.isEmpty()) {
      throw new CannotRecord("Nothing can be collected within the next " + DAYS_IN_A_FILE + " days; what is ready is in a file already.");
    }
    var id = ids.next();
    var parts = rows.stream().map(row -> part(row)).toList();
    var collector = new DebitFile.Collector(rows.getFirst().coming().creditorName(), terms.identifier(), terms.iban(), terms.bic());
    var file = new DebitFile(message(id, by.on()), by.recordedAt(), collector, parts.stream().map(Part::collection).toList());
    write(tx, id, creditor, file, parts, by);
    return of(tx, id).orElseThrow();
  }

  /** What is collected, and the row that it is written to. */
  private record Part(UUID id, ComingRows.Row row, Collection collection) {}

  private Part part(ComingRows.Row row) {
    var id = ids.next();
    var on = ((Collecting.Ready) row.coming().state()).on();
    return new Part(id, row, new Collection(endToEnd(id), row.coming().left(), on, row.mandate().orElseThrow(), text(row.coming())));
  }

  private void write(DSLContext tx, UUID id, CreditorId creditor, DebitFile file, List<Part> parts, Recorded by) {
    var total = file.total();
    tx.execute(
        FILE, id, creditor.value(), file.id(), total.currency().getCurrencyCode(), parts.size(), total.minor(), Pain008.write(file), by.on(), by.recordedAt().atOffset(ZoneOffset.UTC), by.actor());
    tx.batch(COLLECTION, parts.stream().map(part -> bindings(id, part)).toArray(Object[][]::new)).execute();
    var heads = cases.heads(tx, parts.stream().map(part -> part.row().coming().recovery()).toList());
    cases.write(tx, parts.stream().map(part -> {
      var one = part.row().coming();
      var said = "The bank is asked to collect " + one.named() + ": " + part.collection().on() + " from " + one.account().orElse("") + ".";
      return cases.entry(Objects.requireNonNull(heads.get(one.recovery())), "debit-ordered", said, facts(part, file.id()), by);
    }).toList(), by);
  }

  private static Object[] bindings(UUID file, Part part) {
    var one = part.row().coming();
    return new Object[] {
      part.id(), file, one.creditor().value(), one.debtor().value(), one.recovery().value(), one.plan().value(), one.nth(), part.row().mandateId().orElseThrow(),
      one.left().currency().getCurrencyCode(), one.left().minor(), part.collection().on(), part.collection().endToEnd()
    };
  }

  private static Map<String, String> facts(Part part, String message) {
    var one = part.row().coming();
    return Map.of(
        "plan", one.plan().toString(), "instalment", Integer.toString(one.nth()), "amount", one.left().plain(), "currency", one.left().currency().getCurrencyCode(),
        "collectOn", part.collection().on().toString(), "file", message, "endToEnd", part.collection().endToEnd());
  }

  /** Letters alone: digits would be taken for the numbers of invoices. */
  private static String endToEnd(UUID id) {
    var hex = id.toString().replace("-", "");
    var letters = new StringBuilder("DD-");
    hex.substring(hex.length() - SIGNS).chars().forEach(sign -> letters.append((char) ('A' + Character.digit(sign, 16))));
    return letters.toString();
  }

  private static String message(UUID id, LocalDate day) {
    var text = id.toString();
    return "DULY-" + day.toString().replace("-", "") + "-" + text.substring(text.length() - 12).toUpperCase(Locale.ROOT);
  }

  /** What the payer reads on their statement, and the bank tells us back: as many numbers of invoices as there is room for. */
  private static String text(Coming one) {
    var said = new ArrayList<String>();
    int length = 0;
    for (var number : one.invoices()) {
      length += number.length() + 1;
      if (length <= LONGEST_TEXT) {
        said.add(number);
      }
    }
    return said.isEmpty() ? "case " + one.number() : String.join(" ", said);
  }

  /** The latest first; at most a hundred. */
  public List<MadeFile> files(DSLContext scoped) {
    return scoped.fetch(FILES, MOST_FILES).map(DirectDebits::file);
  }

  public Optional<MadeFile> of(DSLContext scoped, UUID id) {
    return scoped.fetchOptional(FILES.replace("order by", "where f.id = ? order by"), id, 1).map(DirectDebits::file);
  }

  /** As it is given to the bank. */
  public Optional<byte[]> content(DSLContext scoped, UUID id) {
    return scoped.fetchOptional("select content from debits.file where id = ?", id).map(row -> row.get(0, byte[].class));
  }

  /**
   * The file does not count: it was not given to the bank, or the bank refused it. What is in it can be collected by another.
   *
   * @param why in a sentence
   * @throws CannotRecord where nothing is said, it was withdrawn before, or some of it came back already
   */
  public void withdraw(DSLContext tx, UUID id, String why, Recorded by) {
    var words = why.strip();
    if (words.isEmpty() || words.length() > LONGEST_WHY) {
      throw new CannotRecord("Say in at most " + LONGEST_WHY + " signs why the file does not count.");
    }
    var file = of(tx, id).orElseThrow();
    if (file.returned() > 0) {
      throw new CannotRecord("The bank has taken the file: something of it came back already.");
    }
    if (tx.execute("update debits.file set withdrawn_on = ?::date, withdrawn_why = ?, withdrawn_by = ? where id = ? and withdrawn_on is null", by.on(), words, by.actor(), id) == 0) {
      throw new CannotRecord("The file was withdrawn already.");
    }
    var in = tx.fetch("update debits.collection set withdrawn = true where file_id = ? returning case_id", id).map(row -> new CaseId(row.get(0, UUID.class)));
    var heads = cases.heads(tx, in);
    cases.write(tx, heads.values().stream()
        .map(head -> cases.entry(head, "debit-withdrawn", "The bank does not collect it: " + words, Map.of("file", file.message(), "why", words), by)).toList(), by);
  }

  private static MadeFile file(Record row) {
    return new MadeFile(
        row.get("id", UUID.class), new CreditorId(row.get("creditor_id", UUID.class)), row.get("creditor", String.class), row.get("message", String.class), row.get("collections", Integer.class),
        Money.ofMinor(row.get("total", Long.class), row.get("currency", String.class).strip()), row.get("made_on", LocalDate.class), row.get("made_by", String.class),
        row.get("first_on", LocalDate.class), row.get("returned", Integer.class),
        Optional.ofNullable(row.get("withdrawn_on", LocalDate.class)).map(on -> new MadeFile.Withdrawn(on, row.get("withdrawn_why", String.class))));
  }
}
