package io.duly.correspondence.reply;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process was started with. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

  @Bean
  MailboxSettings mailboxSettings() {
    return new MailboxSettings(System.getenv());
  }
}
