package io.duly.desk.api;

import io.duly.identity.KeptAnswers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What stands before every address of the API, once it is known who asks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiFilters {
  private static final String ALL = "/api/*";

  /** Tags what is read by its content, so that who has it already is told so. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tagged() {
    return before(new ShallowEtagHeaderFilter(), 10);
  }

  @Bean
  FilterRegistrationBean<Once> once(KeptAnswers answers, PlatformTransactionManager transactions) {
    return before(new Once(answers, transactions), 20);
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> before(F filter, int order) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(ALL);
    registration.setOrder(order);
    return registration;
  }
}
