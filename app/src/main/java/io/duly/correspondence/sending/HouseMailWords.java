package io.duly.correspondence.sending;

import io.duly.correspondence.template.Forms;
import io.duly.correspondence.template.Phrases;
import io.duly.kernel.Money;
import io.duly.wording.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** What an account manager is told, in the creditor's language. */
final class HouseMailWords {
  private HouseMailWords() {}

  /**
   * The words.
   *
   * @param desk where people reach the desk, ending with a slash; empty where nobody has said it
   */
  static ComposedText of(HouseMail mail, String from, Optional<String> desk) {
    var language = Language.of(mail.language()).orElse(Language.EN);
    var phrases = Phrases.of(language);
    var hello = mail.recipientName().map(name -> phrases.say("house.hello", name)).orElseGet(() -> phrases.say("house.hello.nobody"));
    var where = phrases.say("house.case", mail.number()) + desk.map(address -> "\n" + address + "cases/" + mail.number()).orElse("");
    var text = hello + "\n\n" + told(mail, phrases, Forms.of(language, mail.country())) + "\n\n" + phrases.say("house.answer") + "\n\n" + where + "\n\n" + from + "\n";
    return new ComposedText(phrases.say("house." + mail.kind() + ".subject", mail.debtor()), text, Optional.empty());
  }

  private static String told(HouseMail mail, Phrases phrases, Forms forms) {
    return switch (mail.kind()) {
      case "opened" -> phrases.say("house.opened", mail.debtor(), money(mail, "openBalance", forms), mail.facts().path("invoices").size());
      case "decided" -> phrases.say("house.decided", mail.debtor(), mail.facts().path("step").asString(""));
      default -> phrases.say("house." + mail.kind(), mail.debtor());
    };
  }

  private static String money(HouseMail mail, String field, Forms forms) {
    var currency = Currency.getInstance(mail.facts().path("currency").asString());
    return forms.money(Money.ofMajor(new BigDecimal(mail.facts().path(field).asString()), currency));
  }
}
