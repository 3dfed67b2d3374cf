package io.duly.identity.web;

import io.duly.identity.Person;
import io.duly.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which addresses a role may open, whatever their pages do: who only reads sends nothing off but what is their own, people are
 * an administrator's, and a client opens the few pages that are made for looking from outside.
 */
final class WhoMay implements AuthorizationManager<RequestAuthorizationContext> {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<Pattern> OWN = List.of(Pattern.compile("/me(/.*)?"), Pattern.compile("/theme|/sign-out"));
  private static final Pattern PEOPLE = Pattern.compile("/people(/.*)?");
  private static final List<Pattern> CLIENTS =
      List.of(Pattern.compile("/"), Pattern.compile("/cases/\\d+(/statement(\\.[a-z]+)?)?"), Pattern.compile("/invoices/[^/]+(/document)?"), Pattern.compile("/search"));

  @Override
  public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> asking, RequestAuthorizationContext context) {
    var signedIn = asking.get();
    var request = context.getRequest();
    return new AuthorizationDecision(
        signedIn != null
            && signedIn.getPrincipal() instanceof Person person
            && may(person.role(), request.getMethod(), request.getRequestURI()));
  }

  static boolean may(Role role, String method, String path) {
    if (matches(OWN, path)) {
      return true;
    }
    if (PEOPLE.matcher(path).matches()) {
      return role.mayAdminister();
    }
    return (role.mayChange() || READING.contains(method)) && (role.isOfTheHouse() || matches(CLIENTS, path));
  }

  private static boolean matches(List<Pattern> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }
}
