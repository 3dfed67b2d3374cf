package io.duly.desk.claim;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.duly.cases.CannotRecord;
import io.duly.cases.Owners;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people who work cases, as they were known up to ten seconds ago. */
@Component
public final class Colleagues {
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  private final LoadingCache<String, List<Person>> known;

  Colleagues(People people) {
    this.known = Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build(_ -> people.all());
  }

  /** Whoever may work a creditor's cases. Outside of a person's scope only: the database shows people to nobody within one. */
  public List<Person> workingFor(CreditorId creditor) {
    return all().stream().filter(one -> one.role().mayChange() && sees(one, creditor)).toList();
  }

  /**
   * Somebody to whom work of a creditor is given.
   *
   * @throws CannotRecord where nobody of that login works for the creditor
   */
  public Owners.Owner owner(CreditorId creditor, String login) {
    return workingFor(creditor).stream()
        .filter(one -> one.login().equals(login))
        .findFirst()
        .map(one -> new Owners.Owner(one.id(), one.login()))
        .orElseThrow(() -> new CannotRecord("Nobody called " + login + " works for this creditor; choose somebody from the list."));
  }

  public List<Person> all() {
    return known.get("all");
  }

  private static boolean sees(Person one, CreditorId creditor) {
    return one.creditors().map(seen -> seen.contains(creditor)).orElse(true);
  }
}
