package io.duly.correspondence.sending;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process was started with. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  MailServers mailServers() {
    return new MailServers(System.getenv());
  }

  @Bean
  Patience patience() {
    return Patience.STANDARD;
  }
}
