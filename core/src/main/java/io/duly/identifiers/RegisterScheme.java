package io.duly.identifiers;

import static io.duly.identifiers.Bare.digit;
import static io.duly.identifiers.Sums.weighted;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Registers whose numbers can be told to be mistyped, by their names and the codes that electronic invoices write for them (ISO 6523). */
@SuppressWarnings("ImmutableEnumChecker") // its checks are functions without state
enum RegisterScheme {
  FR_SIREN("FR SIREN", "", "\\d{9}", Sums::luhn),
  FR_SIRET("FR SIRET", "0009", "\\d{14}", French::siret),
  /** Either of the two is written under this code. */
  FR_SIRENE("FR SIRENE", "0002", "\\d{9}|\\d{14}", all -> all.length() == 9 ? Sums.luhn(all) : French.siret(all)),
  SE_ORGNR("SE organisationsnummer", "0007", "\\d{10}", Sums::luhn),
  FI_LY("FI LY-tunnus", "0037", "(0037)?\\d{8}.{0,5}", all -> finnish(all.substring(all.startsWith("0037") && all.length() > 11 ? 4 : 0))),
  FI_Y("FI Y-tunnus", "0212", "\\d{8}", RegisterScheme::finnish),
  DUNS("DUNS", "0060", "\\d{9}", _ -> true),
  GLN("GLN", "0088", "\\d{13}", all -> (10 - weighted(all, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10 == digit(all, 12)),
  NL_KVK("NL KvK", "0106", "\\d{8}(\\d{4})?", _ -> true),
  NL_OIN("NL OIN", "0190", "\\d{20}", _ -> true),
  CH_UID("CH UID", "0183", "CHE\\d{9}(MWST|TVA|IVA|HR)?", all -> VatForms.swiss(all.substring(3, 12))),
  DK_CVR("DK CVR", "0184", "(DK)?[1-9]\\d{7}", all -> weighted(all.replace("DK", ""), 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
  NO_ORGNR("NO organisasjonsnummer", "0192", "\\d{9}(MVA)?", all -> weighted(all, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
  SG_UEN("SG UEN", "0195", "(SGUEN)?(\\d{8,9}|F(0{3})?\\d{5}|[RST]\\d\\d[A-Z]{2}\\d{4})[A-Z]", all -> Singapore.holds(all.replaceFirst("^SGUEN", ""))),
  LEI("LEI", "0199", "[A-Z0-9]{18}\\d\\d", all -> CheckDigits.mod97(all) == 1),
  BE_KBO("BE KBO", "0208", "(BE)?[01]\\d{9}", all -> VatForms.belgian(all.replace("BE", ""))),
  IT_IVA("IT IVA", "0211", "(IT)?\\d{11}", all -> VatForms.italian(all.replace("IT", ""))),
  CZ_ICO("CZ ICO", "0154", "\\d{8}", Czech::business),
  GB_CRN("GB CRN", "", "\\d{8}|(SC|NI|OC|SO|NC|LP|SL|NL|FC|R0|IP|SP|RC|CE|CS|GE)\\d{6}", _ -> true),
  DE_HR("DE Handelsregister", "", "(.*\\D)?HR[AB]\\d{1,6}\\D{0,4}", _ -> true);

  private final String word;
  private final String code;
  private final Pattern form;
  private final Predicate<String> check;

  RegisterScheme(String word, String code, String form, Predicate<String> check) {
    this.word = word;
    this.code = code;
    this.form = Pattern.compile(form);
    this.check = check;
  }

  /** By its name, or by the code of ISO 6523. */
  static Optional<RegisterScheme> of(String scheme) {
    return Arrays.stream(values()).filter(one -> List.of(one.word, one.code).contains(scheme) && !scheme.isEmpty()).findFirst();
  }

  Checked check(String text) {
    var bare = Bare.of(text);
    if (!form.matcher(bare).matches()) {
      return Checked.bad(text, "is not written as numbers of " + word + " are");
    }
    return check.test(bare) ? Checked.good(bare) : Checked.bad(text, Checked.CHECK_DIGIT);
  }

  private static boolean finnish(String all) {
    return weighted(all, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
  }
}
