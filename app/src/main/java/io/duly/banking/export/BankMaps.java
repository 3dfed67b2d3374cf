package io.duly.banking.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The maps that are known: those shipped, and those that somebody gave before. */
@Component
final class BankMaps {
  private static final List<String> SHIPPED = List.of("boi", "bunq", "bunq-nl", "commerzbank", "kbc", "monzo", "n26", "ocbc", "raiffeisen-at", "sparkasse");

  private final List<BankMap> shipped = SHIPPED.stream().map(BankMaps::shipped).toList();

  private static BankMap shipped(String name) {
    try (InputStream in = Objects.requireNonNull(BankMaps.class.getResourceAsStream("/io/duly/banking/maps/" + name + ".yaml"), name)) {
      return BankMapReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Those that somebody gave come first, the latest of them first. */
  Stream<BankMap> all(DSLContext tx) {
    return Stream.concat(
        tx.fetch("select yaml from banking.csv_map order by saved_at desc, id desc").stream().map(row -> BankMapReader.read(row.get(0, String.class))), shipped.stream());
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
