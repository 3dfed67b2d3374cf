package io.duly.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which role a group of the company's gives here, where that was said: {@code DULY_COMPANY_ROLES}. */
final class CompanyRoles {
  /** From the one that may the most. */
  private static final List<Role> RANKS = List.of(Role.ADMINISTRATOR, Role.MANAGER, Role.SENIOR, Role.COLLECTOR, Role.AUDITOR, Role.CLIENT);

  private final Map<String, Role> roles;

  private CompanyRoles(Map<String, Role> roles) {
    this.roles = Map.copyOf(roles);
  }

  /**
   * Reads {@code group=role}, with commas between them, or semicolons where a group's name has commas in it.
   *
   * @throws IllegalArgumentException where one is no such pair, or names a role that there is not, in a sentence
   */
  static CompanyRoles of(String text) {
    var roles = new HashMap<String, Role>();
    Arrays.stream(text.split(text.contains(";") ? ";" : ",", -1)).map(String::strip).filter(pair -> !pair.isEmpty()).forEach(pair -> {
      int at = pair.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException("DULY_COMPANY_ROLES holds group=role, with commas between them; this is none: " + pair);
      }
      if (roles.put(pair.substring(0, at).strip(), role(pair.substring(at + 1).strip())) != null) {
        throw new IllegalArgumentException("DULY_COMPANY_ROLES names a group twice: " + pair);
      }
    });
    return new CompanyRoles(roles);
  }

  private static Role role(String code) {
    return RANKS.stream().filter(one -> one.code().equals(code.toLowerCase(Locale.ROOT))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("DULY_COMPANY_ROLES names a role that there is not: " + code));
  }

  boolean isOn() {
    return !roles.isEmpty();
  }

  /** The one that may the most; empty where none of the groups gives a role. */
  Optional<Role> of(Collection<String> groups) {
    return RANKS.stream().filter(rank -> groups.stream().anyMatch(group -> roles.get(group) == rank)).findFirst();
  }
}
