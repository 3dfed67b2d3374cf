package io.duly.einvoice.reading;

import io.duly.einvoice.model.Payment.Discount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Terms of payment in words: lines such as {@code #SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#} (XRechnung, BR-DE-18)
 * are discounts, and "30 days net" says the day it is due where nothing else does.
 *
 * @param words without the structured lines
 * @param days until all of it is due; empty where the words say none or more than one
 */
record TermsText(Optional<String> words, Optional<Integer> days, List<Discount> discounts) {
  private static final Pattern STRUCTURED =
      Pattern.compile("#(SKONTO|VERZUG)#TAGE=(\\d{1,4})#PROZENT=(\\d{1,3}(?:\\.\\d{1,4})?)(?:#BASISBETRAG=(-?\\d{1,15}(?:\\.\\d{1,2})?))?#");
  private static final String DAY = "(?:days?|dagar|dager|dage|tagen?|tage|jours|giorni|días|dias|dagen|päivää|pv|pvä|dni|dnů|nap)";
  private static final Pattern NET =
      Pattern.compile("(?iu)(?<![\\d.,])(\\d{1,3})\\s*" + DAY + "\\s*(?:netto|net\\b|nett\\b)|(?:net|netto|within|innerhalb(?: von)?|binnen|innen|inom|à|a|entro|termine)\\s*(\\d{1,3})\\s*" + DAY
          + "|^\\s*(\\d{1,3})\\s*" + DAY + "\\s*\\.?\\s*$");
  private static final Pattern REDUCED = Pattern.compile("(?iu)skonto|discount|rabatt|escompte|sconto|korting|descuento|\\d\\s*%");

  static TermsText of(String text) {
    var discounts = new ArrayList<Discount>();
    var structured = STRUCTURED.matcher(text);
    while (structured.find()) {
      if (structured.group(1).equals("SKONTO")) {
        discounts.add(new Discount(
            Optional.of(Integer.valueOf(structured.group(2))), Optional.empty(), Optional.of(new BigDecimal(structured.group(3))),
            Optional.ofNullable(structured.group(4)).map(BigDecimal::new), Optional.empty()));
      }
    }
    var words = structured.replaceAll("").strip();
    return new TermsText(Optional.of(words).filter(said -> !said.isEmpty()), days(words), discounts);
  }

  /** Of the clauses that speak of no discount and no interest, the one number of days; of two none is taken. */
  private static Optional<Integer> days(String words) {
    var found =
        Pattern.compile("[\\n;.]|,\\s").splitAsStream(words).filter(clause -> !REDUCED.matcher(clause).find())
            .flatMap(clause -> NET.matcher(clause).results())
            .map(one -> Integer.valueOf(one.group(1) != null ? one.group(1) : one.group(2) != null ? one.group(2) : one.group(3)))
            .collect(Collectors.toSet());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
