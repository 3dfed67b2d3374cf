package io.duly.desk.outbox;

import io.duly.correspondence.sending.Printing;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Batches of letters that were made on the page: each creditor's in a folder of its own, kept so that they can be fetched again. */
@Component
public final class LetterShelf {
  static final int MOST = 200;
  private static final int SHOWN = 10;
  private static final Pattern NAME = Pattern.compile("letters-[0-9-]{1,40}\\.(pdf|csv)");
  private static final String WAITING =
      "select creditor_id, count(*)::int from correspondence.message where state = 'checked' and channel = 'letter' and approval <> 'needed' group by 1";

  private final Path shelf;
  private final Printing printing;

  LetterShelf(@Value("${duly.home}") Path home, Printing printing) {
    this.shelf = home.resolve("letters");
    this.printing = printing;
  }

  /**
   * A creditor's letters.
   *
   * @param waiting how many wait
   * @param files of earlier batches, the latest first
   */
  public record Batches(Creditor creditor, int waiting, List<String> files) {
    public String address() {
      return "/outbox/letters/" + creditor.id();
    }
  }

  public List<Batches> of(DSLContext scoped, List<Creditor> creditors) {
    Map<UUID, Integer> waiting = scoped.fetch(WAITING).intoMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class));
    return creditors.stream()
        .map(one -> new Batches(one, waiting.getOrDefault(one.id().value(), 0), files(one.id())))
        .filter(one -> one.waiting() > 0 || !one.files().isEmpty())
        .toList();
  }

  /** Makes the next batch of a creditor; what is in it counts as sent. */
  public Printing.Printed make(CreditorId creditor) throws SQLException, IOException {
    return printing.print(folder(creditor), false, MOST, Optional.of(creditor));
  }

  /** A file of a batch; empty where there is none of that name. */
  public Optional<byte[]> file(CreditorId creditor, String name) {
    var file = folder(creditor).resolve(name);
    try {
      return NAME.matcher(name).matches() && Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<String> files(CreditorId creditor) {
    if (!Files.isDirectory(folder(creditor))) {
      return List.of();
    }
    try (var all = Files.list(folder(creditor))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted(Comparator.reverseOrder())
          .limit(SHOWN)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path folder(CreditorId creditor) {
    return shelf.resolve(creditor.toString());
  }
}
