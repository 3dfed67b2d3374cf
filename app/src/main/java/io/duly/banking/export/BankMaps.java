package io.duly.banking.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The maps that are known: those shipped, and those that somebody gave before. */
@Component
final class BankMaps {
  private static final List<String> SHIPPED = List.of("boi", "bunq", "bunq-nl", "commerzbank", "kbc", "monzo", "n26", "ocbc", "raiffeisen-at", "sparkasse");

  private final List<Known> shipped = SHIPPED.stream().map(BankMaps::shipped).toList();

  /**
   * A map that is known.
   *
   * @param creditor whose it is; empty where it is shipped
   */
  private record Known(BankMap map, String yaml, Optional<String> creditor) {}

  /**
   * A map that is known and fits a list.
   *
   * @param saved somebody saved it; else it is shipped
   */
  record Fits(Fitted fitted, String yaml, boolean saved) {}

  private static Known shipped(String name) {
    try (InputStream in = Objects.requireNonNull(BankMaps.class.getResourceAsStream("/io/duly/banking/maps/" + name + ".yaml"), name)) {
      var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Known(BankMapReader.read(yaml), yaml, Optional.empty());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The map that fits a list: one with names before one without, a saved one before a shipped one, the latest first. Of no
   * creditor named, saved ones count only where they are all of one.
   */
  Optional<Fits> fitting(DSLContext tx, BankList list, Optional<String> creditor) {
    var saved = fits(list, saved(tx, creditor));
    boolean clear = saved.stream().map(one -> one.known().creditor()).distinct().count() <= 1;
    return Stream.concat(clear ? saved.stream() : Stream.empty(), fits(list, shipped).stream())
        .max(Comparator.comparing(one -> one.fitted().map().header()))
        .map(one -> new Fits(one.fitted(), one.known().yaml(), one.known().creditor().isPresent()));
  }

  private record Fitting(Known known, Fitted fitted) {}

  private static List<Fitting> fits(BankList list, List<Known> all) {
    return all.stream().flatMap(known -> list.fit(known.map()).map(fitted -> new Fitting(known, fitted)).stream()).toList();
  }

  private static List<Known> saved(DSLContext tx, Optional<String> creditor) {
    return tx.fetch("select m.yaml, c.name from banking.csv_map m join parties.creditor c on c.id = m.creditor_id where {0} = '' or c.name = {0} order by m.saved_at desc, m.id desc", DSL.val(creditor.orElse("")))
        .map(row -> new Known(BankMapReader.read(row.get(0, String.class)), row.get(0, String.class), Optional.of(row.get(1, String.class))));
  }

  /** Remembers a map for the next file with the same columns; one that was saved before stays unless this one is other. */
  void remember(DSLContext tx, UUID id, UUID creditor, BankMap map, String yaml) {
    tx.execute(
        """
        insert into banking.csv_map (id, creditor_id, name, signature, yaml) values ({0}, {1}, {2}, {3}, {4})
        on conflict (creditor_id, signature) do update set yaml = excluded.yaml, name = excluded.name, saved_at = now() where csv_map.yaml <> excluded.yaml
        """,
        DSL.val(id), DSL.val(creditor), DSL.val(map.name()), DSL.val(map.signature()), DSL.val(yaml));
  }
}
