package io.duly.debits;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The file for the bank. */
@Tag("P28")
class Pain008Test {
  private static final DebitFile.Collector US = new DebitFile.Collector("Küste & Söhne", "DE98ZZZ09999999999", "DE02120300000000202051", Optional.empty());

  private static Collection of(String endToEnd, long minor, LocalDate on, Scheme scheme, String holder, String text) {
    var mandate = new Collection.Mandate("M-" + endToEnd, scheme, LocalDate.of(2026, 11, 27), holder, "DE89370400440532013000", Optional.empty(), Optional.empty());
    return new Collection(endToEnd, Money.ofMinor(minor, "EUR"), on, mandate, text);
  }

  private static Document written(Collection... some) throws Exception {
    var bytes = Pain008.write(new DebitFile("DULY-1", Instant.parse("2026-12-04T09:00:00.123Z"), US, List.of(some)));
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<String> all(Document file, String name) {
    NodeList found = file.getElementsByTagNameNS(Pain008.NAMESPACE, name);
    var texts = new ArrayList<String>();
    for (int at = 0; at < found.getLength(); at++) {
      texts.add(found.item(at).getTextContent());
    }
    return texts;
  }

  @Test
  void collectionsOfOneDayAndSchemeAreOneOrderAndSumsAddUp() throws Exception {
    var tenth = LocalDate.of(2026, 12, 10);
    var file = written(
        of("A", 30_000, tenth, Scheme.CORE, "A", "1"), of("B", 1, tenth.plusDays(1), Scheme.CORE, "B", "2"), of("C", 5, tenth, Scheme.B2B, "C", "3"), of("D", 100, tenth, Scheme.CORE, "D", "4"));
    assertThat(all(file, "ReqdColltnDt")).containsExactly("2026-12-10", "2026-12-10", "2026-12-11");
    assertThat(all(file, "CtrlSum")).containsExactly("301.06", "301.00", "0.05", "0.01");
    assertThat(all(file, "NbOfTxs")).containsExactly("4", "2", "1", "1");
    assertThat(all(file, "PmtInfId")).containsExactly("DULY-1-1", "DULY-1-2", "DULY-1-3");
    assertThat(all(file, "EndToEndId")).containsExactly("A", "D", "C", "B");
    assertThat(all(file, "CreDtTm")).containsExactly("2026-12-04T09:00:00Z");
    assertThat(((Element) file.getElementsByTagNameNS(Pain008.NAMESPACE, "InstdAmt").item(0)).getAttribute("Ccy")).isEqualTo("EUR");
  }

  @Test
  void whatBanksDoNotTakeIsWrittenOut() throws Exception {
    var file = written(of("A", 1, LocalDate.of(2026, 12, 10), Scheme.CORE, "Łódź Straße <script> Ωmega\u0000", "INV//4 \"x\" & y/"));
    assertThat(all(file, "Nm")).contains("Lodz Strasse .script. .mega.");
    assertThat(all(file, "Ustrd")).containsExactly("INV4 .x. + y");
  }

  @Test
  void aPayerOutsideOfTheEconomicAreaHasABankAndAnAddress() throws Exception {
    var address = new Collection.Address(Optional.of("71 Quay Street"), Optional.empty(), "Manchester", "GB");
    var mandate = new Collection.Mandate("M-1", Scheme.CORE, LocalDate.of(2026, 11, 27), "Rowan Ltd", "GB33BUKB20201555555555", Optional.of("BUKBGB22"), Optional.of(address));
    var file = written(new Collection("A", Money.ofMinor(1, "EUR"), LocalDate.of(2026, 12, 10), mandate, "x"));
    assertThat(all(file, "BICFI")).containsExactly("BUKBGB22");
    assertThat(all(file, "TwnNm")).containsExactly("Manchester");
    assertThat(all(file, "PstCd")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverAPayerIsCalledBanksCanReadIt(long seed) throws Exception {
    var random = new Random(seed);
    var holder = any(random);
    var text = any(random);
    var file = written(of("A", 1, LocalDate.of(2026, 12, 10), Scheme.CORE, "x" + holder, "y" + text));
    assertThat(all(file, "Nm")).allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9/\\-?:().,'+ ]{1,70}"));
    assertThat(all(file, "Ustrd").getFirst()).matches("[A-Za-z0-9/\\-?:().,'+ ]{1,140}");
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  /** Any signs of Unicode, halves of pairs too. */
  private static String any(Random random) {
    var text = new StringBuilder();
    random.ints(random.nextInt(200), 0, random.nextBoolean() ? 0x300 : 0x1_0000).forEach(sign -> text.append((char) sign));
    return text.toString();
  }
}
