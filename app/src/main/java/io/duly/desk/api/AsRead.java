package io.duly.desk.api;

import io.duly.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriTemplate;

/** Lets a change through where what it changes is still as it was read. Others who change the same by the API wait meanwhile. */
@Component
@ConditionalOnWebApplication
final class AsRead implements HandlerInterceptor, WebMvcConfigurer {
  private final DSLContext dsl;
  private final Scope scope;
  private final Tags tags;

  AsRead(DSLContext dsl, Scope scope, Tags tags) {
    this.dsl = dsl;
    this.scope = scope;
    this.tags = tags;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**").order(Gate.ORDER + 1);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    var changes = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Changes.class) : null;
    if (changes != null) {
      dsl.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "duly api " + new UriTemplate(changes.value()).expand(places(request)));
      var now = tags.of(changes.value(), request);
      scope.leave();
      Precondition.require(Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)), Optional.of(now));
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> places(HttpServletRequest request) {
    return (Map<String, ?>) Objects.requireNonNull(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
  }
}
