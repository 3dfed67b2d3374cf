package io.duly.desk.page;

import io.duly.identity.Person;
import io.duly.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a page's method take a {@link Reader}. */
@Component
@ConditionalOnWebApplication
public final class ReaderOfRequest implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final BusinessDay businessDay;
  private final ObjectProvider<Assets> assets;
  private final Clock clock;
  private final PauseBand band;
  private final DSLContext dsl;
  private final OpenCalls openCalls;

  ReaderOfRequest(BusinessDay businessDay, PauseBand band, DSLContext dsl, OpenCalls openCalls, ObjectProvider<Assets> assets, Clock clock) {
    this.businessDay = businessDay;
    this.band = band;
    this.dsl = dsl;
    this.openCalls = openCalls;
    this.assets = assets;
    this.clock = clock;
  }

  Reader read(HttpServletRequest request) {
    var person = person(request.getUserPrincipal()).filter(one -> one.role().isOfTheHouse());
    var head = person.map(one -> Head.of(dsl, one, clock)).orElseGet(() -> Head.atTheDoor(businessDay));
    return read(
        request, head.today(), () -> person.filter(_ -> head.paused()).map(band::seenBy).orElse(List.of()), head::replies, head::tasks, head::approvals,
        () -> person.filter(_ -> head.callsLeft()).map(openCalls::of).orElse(List.of()));
  }

  /** For a page that must show even where the database does not answer. */
  Reader withoutDatabase(HttpServletRequest request) {
    return read(request, LocalDate.now(clock), List::of, () -> 0, () -> 0, () -> 0, List::of);
  }

  private Reader read(
      HttpServletRequest request, LocalDate today, Supplier<List<PauseBand.Pause>> pauses, Supplier<Integer> replies, Supplier<Integer> tasks, Supplier<Integer> approvals,
      Supplier<List<OpenCalls.Left>> calls) {
    var locale = request.getLocale();
    return new Reader(
        Words.in(locale),
        locale,
        Theme.of(request),
        today,
        person(request.getUserPrincipal()),
        address(request),
        csrf(request),
        pauses,
        replies,
        () -> failures(request),
        tasks,
        approvals,
        calls,
        assets.getObject());
  }

  /** For a program: plain English, and nothing that is asked for a page's frame. */
  public Reader plain(HttpServletRequest request, Person person, LocalDate today) {
    return new Reader(
        Words.in(Locale.ENGLISH), Locale.ENGLISH, Theme.of(request), today, Optional.of(person), address(request), () -> "", List::of, () -> 0, Optional::empty, () -> 0, () -> 0, List::of, assets.getObject());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class;
  }

  @Override
  public Reader resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }

  private static Optional<Person> person(@Nullable Principal principal) {
    return principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  private static Optional<SignIns.Failures> failures(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(SignIns.Failures.NAME) instanceof SignIns.Failures failures)) {
      return Optional.empty();
    }
    session.removeAttribute(SignIns.Failures.NAME);
    return Optional.of(failures);
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Supplier<String> csrf(HttpServletRequest request) {
    return () ->
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
  }
}
