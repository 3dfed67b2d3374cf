package io.duly.correspondence.sending;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who faxes what comes to it by e-mail.
 *
 * @param pattern of the address: <code>{number}@fax.example.org</code> with the plus, <code>{digits}@…</code> without
 * @param server name of the mail server by which it is written to
 */
record FaxGateway(String name, String pattern, String server) {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.+_-]{0,40}\\{(number|digits)}[A-Za-z0-9.+_-]{0,40}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  FaxGateway {
    if (!ADDRESS.matcher(pattern).matches()) {
      throw new WrongConfiguration("The address of a fax gateway is such as {number}@fax.example.org, with {number} for +4930… or {digits} for 4930….");
    }
  }

  /** Of the configuration: {@code DULY_FAX_ADDRESS} and {@code DULY_FAX_SERVER}, or with a name in between. */
  static Optional<FaxGateway> of(Map<String, String> environment, String name) {
    var prefix = "DULY_FAX_" + (name.equals(MailServers.DEFAULT) ? "" : name.toUpperCase(Locale.ROOT) + "_");
    var server = Optional.ofNullable(environment.get(prefix + "SERVER")).map(String::strip).filter(text -> !text.isEmpty());
    return Optional.ofNullable(environment.get(prefix + "ADDRESS"))
        .map(String::strip).filter(text -> !text.isEmpty())
        .map(pattern -> new FaxGateway(name, pattern, server.orElse(MailServers.DEFAULT)));
  }

  /** @param number E.164 */
  String address(String number) {
    return pattern.replace("{number}", number).replace("{digits}", number.substring(1));
  }
}
