package io.duly.correspondence.sending;

import io.duly.correspondence.provider.InvalidShape;
import io.duly.correspondence.provider.Providers;
import io.duly.correspondence.provider.Service;
import java.util.Map;
import java.util.Optional;

/** The ways of the configuration. */
final class Ways {
  private final MailServers servers;
  private final Providers providers;
  private final Map<String, String> environment;

  /** @param environment as the process was given it */
  Ways(Map<String, String> environment) {
    this.servers = new MailServers(environment);
    this.providers = new Providers(environment);
    this.environment = Map.copyOf(environment);
  }

  /**
   * A way by its word, as in {@code correspondence.outlet}, and its name; empty where none is configured.
   *
   * @throws WrongConfiguration where what is configured cannot be used
   */
  Optional<Way> named(String way, String name) {
    try {
      return switch (way) {
        case "smtp" -> servers.named(name).map(Way.Mail::new);
        case "sms" -> providers.named(Service.SMS, name).map(Way.Sms::new);
        case "print" -> providers.named(Service.LETTER, name).map(Way.Post::new);
        case "fax" -> FaxGateway.of(environment, name).flatMap(gateway -> servers.named(gateway.server()).map(server -> new Way.Fax(gateway, server)));
        default -> throw new IllegalArgumentException("There is no way " + way);
      };
    } catch (InvalidShape wrong) {
      throw new WrongConfiguration(String.valueOf(wrong.getMessage()));
    }
  }

  /** As {@link #named} of an e-mail. */
  Optional<MailServer> mailServer(String name) {
    return servers.named(name);
  }

  /** What is missing, as a sentence says it. */
  static String missing(String way, String name) {
    return "No " + switch (way) {
      case "smtp" -> "mail server";
      case "sms" -> "SMS provider";
      case "fax" -> "fax gateway with its mail server";
      default -> "print provider";
    } + " '" + name + "' is configured; its messages wait.";
  }
}
