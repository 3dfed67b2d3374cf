package io.duly.cli;

import io.duly.charging.InterestLines;
import io.duly.rules.Basis;
import io.duly.rules.ChargeAnswer.Charge;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A computation as JSON: amounts in major units of the currency. */
record ComputedJson(
    String jurisdiction, String rulePack, String debtor, String currency, String amount, Optional<LocalDate> lateFrom, LocalDate to,
    String open, String charges, String owed, List<Item> items, List<Nothing> nothing, List<String> remarks,
    Optional<Court> courtFee) {

  record Law(String rule, String statute, String section, String source) {
    static Law of(Basis basis) {
      return new Law(basis.id(), basis.statute(), basis.section(), basis.source());
    }
  }

  record Item(
      String kind, String amount, LocalDate from, LocalDate to, Law basis, String computed, List<InterestLines.Line> lines) {}

  record Nothing(String kind, String why) {}

  /** @param amount empty where the scale that was read ends below the claim */
  record Court(Optional<String> amount, String countedOn, Law basis) {}

  static ComputedJson of(Computed one) {
    var claim = one.claim();
    return new ComputedJson(
        claim.jurisdiction(), one.pack().name(), word(claim.dealing()), claim.amount().currency().getCurrencyCode(),
        claim.amount().plain(), one.lateFrom(), one.to(), one.open().plain(), one.charged().plain(), one.owed().plain(),
        one.charges().stream().map(ComputedJson::item).toList(),
        one.nothing().stream().map(none -> new Nothing(word(none.kind()), none.why())).toList(),
        one.remarks().stream().map(remark -> remark.said()).toList(),
        one.court().map(court ->
            new Court(court.amount().map(fee -> fee.plain()), court.counted().plain(), Law.of(court.fee().basis()))));
  }

  private static Item item(Charge charge) {
    return new Item(
        word(charge.kind()), charge.amount().plain(), charge.period().from(), charge.period().to(), Law.of(charge.basis()),
        charge.computed(), InterestLines.of(charge.lines()));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
