package io.duly.correspondence.sending;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which of the configured providers and gateways a creditor's SMS and letters leave.
 *
 * @param smsFrom as recipients see it: a number in international form, or up to 11 letters and digits
 * @param printProvider empty: letters wait for {@code ./duly send letters}
 * @param faxGateway letters to debtors with a fax number leave by it
 */
public record SenderWays(Optional<String> smsProvider, Optional<String> smsFrom, Optional<String> printProvider, Optional<String> faxGateway) {
  static final SenderWays NONE = new SenderWays(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");
  private static final Pattern FROM = Pattern.compile("\\+[1-9][0-9]{4,14}|[A-Za-z0-9 ]{1,11}");

  /** @throws WrongConfiguration where a part cannot be used */
  public SenderWays {
    boolean named = Stream.of(smsProvider, printProvider, faxGateway).flatMap(Optional::stream).allMatch(name -> NAME.matcher(name).matches());
    require(named, "The name of a provider or gateway is small letters and digits, such as 'default'.");
    require(smsProvider.isPresent() == smsFrom.isPresent(), "An SMS needs both its provider and from whom it comes: --sms-provider and --sms-from.");
    require(smsFrom.stream().allMatch(from -> FROM.matcher(from).matches()), "An SMS comes from a number such as +4930123456, or from up to 11 letters and digits.");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new WrongConfiguration(rule);
    }
  }
}
