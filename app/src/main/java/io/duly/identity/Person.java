package io.duly.identity;

import io.duly.kernel.CreditorId;
import io.duly.kernel.PersonId;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param login lower case, unique
 * @param scope the creditors whose data the person may see; null for every creditor
 */
public record Person(UUID uuid, String login, String name, Role role, @Nullable List<UUID> scope)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  public PersonId id() {
    return new PersonId(uuid);
  }

  /** Empty where the person sees every creditor. */
  public Optional<List<CreditorId>> creditors() {
    return Optional.ofNullable(scope).map(all -> all.stream().map(CreditorId::new).toList());
  }

  /** How the journal names the person. */
  public String actor() {
    return "person:" + login;
  }
}
