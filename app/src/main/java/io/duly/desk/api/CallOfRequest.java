package io.duly.desk.api;

import io.duly.desk.page.BusinessDay;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a method of the API take a {@link Call}. */
@Component
@ConditionalOnWebApplication
final class CallOfRequest implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private static final String AFTERWARDS = CallOfRequest.class.getName() + ".afterwards";

  private final BusinessDay businessDay;
  private final Clock clock;

  CallOfRequest(BusinessDay businessDay, Clock clock) {
    this.businessDay = businessDay;
    this.clock = clock;
  }

  /** Who asks. */
  static Caller caller(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new Refusal(Problem.of(ProblemType.UNAUTHENTICATED));
  }

  /** What is done once the change is kept. */
  @SuppressWarnings("unchecked")
  static List<Runnable> afterwards(HttpServletRequest request) {
    if (request.getAttribute(AFTERWARDS) instanceof List<?> known) {
      return (List<Runnable>) known;
    }
    var fresh = new ArrayList<Runnable>();
    request.setAttribute(AFTERWARDS, fresh);
    return fresh;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Call.class;
  }

  @Override
  public Call resolveArgument(
      MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return new Call(caller(request), businessDay.today(), clock.instant().truncatedTo(ChronoUnit.MICROS), request.getRemoteAddr(), afterwards(request));
  }
}
