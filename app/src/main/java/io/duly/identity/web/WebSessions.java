package io.duly.identity.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions are those of the {@link SessionStore}, whoever asks the servlet container for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class WebSessions {
  /** Behind the hooks, which have no sessions, and before the gate of uploads, which asks whether somebody has signed in. */
  private static final int BEFORE_UPLOADS = Ordered.HIGHEST_PRECEDENCE + 15;

  @Bean
  CookieSerializer sessionCookie() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("duly");
    cookie.setUseBase64Encoding(false);
    return cookie;
  }

  /** Around them. */
  @Bean
  FilterRegistrationBean<ReadOnce> sessionsReadOnce() {
    var registration = new FilterRegistrationBean<>(new ReadOnce());
    registration.setOrder(BEFORE_UPLOADS - 1);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
    return registration;
  }

  /** Also where an error is shown. */
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOfEveryRequest(SessionRepositoryFilter<?> filter) {
    var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
    registration.setOrder(BEFORE_UPLOADS);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
    return registration;
  }
}
