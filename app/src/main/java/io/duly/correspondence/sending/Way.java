package io.duly.correspondence.sending;

import io.duly.correspondence.provider.Provider;

/** How a message is handed over. */
sealed interface Way {

  record Mail(MailServer server) implements Way {}

  /** As an e-mail to a gateway, which faxes it. */
  record Fax(FaxGateway gateway, MailServer server) implements Way {}

  record Sms(Provider provider) implements Way {}

  /** To a provider who prints and posts it. */
  record Post(Provider provider) implements Way {}

  /** Into a batch of letters for whoever prints them. */
  record Print() implements Way {}

  /** As a sentence names it. */
  default String inWords() {
    return switch (this) {
      case Mail(var server) -> "Mail server '" + server.name() + "'";
      case Fax(var gateway, var server) -> "Fax gateway '" + gateway.name() + "' behind mail server '" + server.name() + "'";
      case Sms(var provider) -> "SMS provider '" + provider.name() + "'";
      case Post(var provider) -> "Print provider '" + provider.name() + "'";
      case Print _ -> "The folder";
    };
  }

  /** Under which its pace is kept: a gateway's is that of the server before it. */
  default String pacedAs() {
    return switch (this) {
      case Mail(var server) -> server.name();
      case Fax(_, var server) -> server.name();
      case Sms(var provider) -> "sms:" + provider.name();
      case Post(var provider) -> "print:" + provider.name();
      case Print _ -> "folder";
    };
  }

  default int perMinute() {
    return switch (this) {
      case Mail(var server) -> server.perMinute();
      case Fax(_, var server) -> server.perMinute();
      case Sms(var provider) -> provider.perMinute();
      case Post(var provider) -> provider.perMinute();
      case Print _ -> Integer.MAX_VALUE;
    };
  }

  /** @throws Unreachable where it cannot be spoken to */
  default Wire open() throws Unreachable {
    return switch (this) {
      case Mail(var server) -> SmtpWire.open(server);
      case Fax(_, var server) -> SmtpWire.open(server);
      case Sms(var provider) -> HttpWire.open(provider);
      case Post(var provider) -> HttpWire.open(provider);
      case Print _ -> throw new IllegalStateException("A folder is written to, not spoken to");
    };
  }
}
