package io.duly.correspondence.sending;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process was started with. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  Ways ways() {
    return new Ways(System.getenv());
  }

  @Bean
  Patience patience() {
    return Patience.STANDARD;
  }
}
