package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.einvoice.model.Contact;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Problem;
import io.duly.identifiers.EmailAddress;
import io.duly.identifiers.VatId;
import io.duly.parties.Address;
import io.duly.phones.PhoneNumber;
import io.duly.testing.OthersRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sellers and buyers of others' invoices. Each keeps what it says; of what is stored in one way, each value either holds or is told. The column
 * of tax numbers has national ones (DE/12/345/67890, 201/113/40209) and "Godkänd för F-skatt" beside VAT ids; those are no VAT ids and are
 * not taken for any.
 */
@Tag("P03")
class OthersPartiesTest {
  @Test
  void everyPartyKeepsItsFieldsAndEachDoubtfulOneIsTold() throws IOException {
    var rows = OthersRows.of("customers-refs/parties-from-einvoices.csv");
    assertThat(rows).hasSize(186).allSatisfy(row -> {
      var party = party(row);
      var details = DebtorOf.details("1", party);
      assertThat(details.name()).isEqualTo(party.called().orElseThrow());
      assertThat(details.address()).isEqualTo(party.address());
      var codes = PartyLint.of("buyer", party).map(Problem::code).toList();
      party.email().ifPresent(email -> assertThat(details.email().isPresent()).as(email).isNotEqualTo(codes.contains("email-invalid")));
      party.contact().phone().ifPresent(phone -> assertThat(details.phone().isEmpty() && !codes.contains("phone-invalid")).as(phone).isFalse());
      party.vat().ifPresent(vat -> assertThat(VatId.check(vat, party.address().country()).holds()).as(vat).isNotEqualTo(codes.contains("vat-id-invalid")));
      assertThat(codes.contains("placeholder")).as(row.toString()).isEqualTo(saysNothing(row));
    });
    assertThat(rows.stream().map(row -> PartyLint.of("buyer", party(row)).toList()).filter(List::isEmpty).count()).as("parties with nothing to tell").isGreaterThan(60);
  }

  @Test
  void saysInASentenceWhatIsWrong() {
    var party = new Party(Optional.of("[Buyer name]"), Optional.empty(), Optional.of("DE123456780"), Optional.empty(), Optional.empty(), List.of(),
        Address.of("Kai 7", "20457", "Hamburg", "DE"), new Contact(Optional.of("Ida Krüger"), Optional.of("12"), Optional.of("ida at harbour")), Optional.empty());
    assertThat(PartyLint.of("buyer", party).map(Problem::message)).containsExactly(
        "The buyer's VAT id DE123456780 has a wrong check digit; compare it with the customer's own invoices and papers.",
        "The buyer's e-mail address ida at harbour is no e-mail address such as name@example.com; mail cannot reach it.",
        "The buyer's telephone number 12 has not as many digits as the telephone numbers of its country; ask for it.",
        "The buyer's name or address [Buyer name] is a placeholder that nobody filled in; say who and where it is.");
    assertThat(PhoneNumber.read("12", Optional.of("DE")).number()).isEmpty();
    assertThat(EmailAddress.check("ida at harbour").held()).isEmpty();
  }

  private static boolean saysNothing(NamedCsvRecord row) {
    return Stream.of("legal_name", "trading_name", "street", "city", "region", "contact").map(row::getField)
        .anyMatch(text -> text.matches("\\[.*]|(?i)x{2,}|n/a|-|\\.+|\\(.*…\\)|Test|test|N/A|_+|#+"));
  }

  private static Party party(NamedCsvRecord row) {
    var number = field(row, "vat_or_tax_id");
    var vat = number.filter(text -> text.matches("[A-Za-z]{2} ?[A-Z0-9][A-Za-z0-9 .-]*"));
    return new Party(field(row, "legal_name"), field(row, "trading_name"), vat, number.filter(_ -> vat.isEmpty()), Optional.empty(), List.of(),
        new Address(field(row, "street"), field(row, "postal"), field(row, "city"), field(row, "region"), field(row, "country")),
        new Contact(field(row, "contact"), field(row, "phone"), field(row, "email")), Optional.empty());
  }

  private static Optional<String> field(NamedCsvRecord row, String name) {
    return Optional.of(row.getField(name)).filter(text -> !text.isBlank());
  }
}
