package io.duly.payments;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.correspondence.hook.Signature;
import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which provider takes payments for whom. Addresses are in the database, secrets in the environment: {@code DULY_PAYMENTS_NAME_SECRET}. */
@Component
public final class Contracts {
  private static final String NAME = "[a-z][a-z0-9]{0,30}";
  /** Without encryption only to this machine. */
  private static final String ADDRESS = "https://[^\\s/?#]+(/\\S*)?|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/\\S*)?";
  private static final long LONGEST_HOURS = 720;

  private final ObjectProvider<FakeTill> fake;
  private final Environment environment;
  private final InstantSource clock;

  Contracts(ObjectProvider<FakeTill> fake, Environment environment, InstantSource clock) {
    this.fake = fake;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Says who takes payments for a creditor from now on; links that were made before stay with who made them.
   *
   * @throws CannotRecord where something of it is no good, or the name is another creditor's
   */
  public void set(DSLContext tx, Contract one, Recorded by) {
    long hours = one.goodFor().toHours();
    if (!one.name().matches(NAME) || hours < 1 || hours > LONGEST_HOURS) {
      throw new CannotRecord("A provider has a name of small letters and digits, and its links are good for 1 to " + LONGEST_HOURS + " hours.");
    }
    if (one.kind() == Contract.Kind.SIGNED && one.address().filter(at -> at.matches(ADDRESS)).isEmpty()) {
      throw new CannotRecord("Name the address at which the provider is asked, beginning with https://.");
    }
    var others = tx.fetchOptional("select 1 from payments.provider where name = ? and creditor_id <> ?", one.name(), one.creditor().value());
    if (others.isPresent()) {
      throw new CannotRecord("Another creditor has a provider of the name " + one.name() + " already; choose another name.");
    }
    tx.execute(
        """
        insert into payments.provider (creditor_id, name, kind, address, link_hours, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?::timestamptz)
        on conflict (creditor_id) do update set name = excluded.name, kind = excluded.kind, address = excluded.address, link_hours = excluded.link_hours,
          set_by = excluded.set_by, set_at = excluded.set_at
        """,
        one.creditor().value(), one.name(), one.kind().word(), one.address().orElse(null), (int) hours, by.actor(), by.recordedAt().atOffset(ZoneOffset.UTC));
  }

  /** Who takes payments for a creditor; empty where nobody does. */
  public Optional<Contract> of(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional("select * from payments.provider where creditor_id = ?", creditor.value()).map(Contracts::read);
  }

  Optional<Contract> named(DSLContext tx, String name) {
    return tx.fetchOptional("select * from payments.provider where name = ?", name).map(Contracts::read);
  }

  /** By what a provider of that name is known, and knows us; empty where nothing was set. */
  Optional<Signature> signature(String name) {
    return Signature.of(setting(name), environment.getProperty(setting(name), "")).or(() -> Optional.ofNullable(fake.getIfAvailable()).map(FakeTill::signature));
  }

  /** @throws ProviderFailed where it has no secret, or is a fake that is not there */
  PaymentProvider provider(Contract contract) {
    return switch (contract.kind()) {
      case FAKE -> Optional.ofNullable(fake.getIfAvailable()).<PaymentProvider>map(till -> new FakeProvider(contract.name(), till))
          .orElseThrow(() -> new ProviderFailed("The fake provider is there only where the application was started with it."));
      case SIGNED -> new SignedProvider(
          contract.name(), contract.address().orElseThrow(),
          signature(contract.name()).orElseThrow(() -> new ProviderFailed("Set " + setting(contract.name()) + " to the secret that the provider knows, of 32 signs or more.")), clock);
    };
  }

  private static String setting(String name) {
    return "DULY_PAYMENTS_" + name.toUpperCase(Locale.ROOT) + "_SECRET";
  }

  private static Contract read(Record row) {
    return new Contract(
        new CreditorId(row.get("creditor_id", UUID.class)), row.get("name", String.class), Contract.Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.get("address", String.class)), Duration.ofHours(row.get("link_hours", Integer.class)));
  }
}
