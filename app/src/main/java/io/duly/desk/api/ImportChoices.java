package io.duly.desk.api;

import io.duly.banking.export.BankLists;
import io.duly.desk.intake.Chosen;
import io.duly.intake.MapChoices;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which column of a list is what, and whose it is. */
@Schema(description = "Which column of a list is what, as docs/import.md has it; what is left out is found in the file itself")
record ImportChoices(
    @Schema(example = "invoices") Optional<@Size(max = 40) String> kind,
    @Schema(description = "of each column what it says, or ignore", example = "{\"Rechnung\": \"number\", \"Kunde\": \"debtorNumber\"}") Optional<@Size(max = 500) Map<String, @NotNull @Size(max = 60) String>> columns,
    @Schema(example = "dmy", allowableValues = {"dmy", "mdy", "ymd"}) Optional<@Size(max = 10) String> dates, @Schema(description = "where the days are written in no usual way", example = "dd.MM.yy") Optional<@Size(max = 40) String> dateFormat,
    @Schema(example = ",") Optional<@Size(max = 1) String> decimal, @Schema(example = ";") Optional<@Size(max = 1) String> separator, @Schema(example = "UTF-8") Optional<@Size(max = 40) String> encoding,
    @Schema(example = "EUR") Optional<@Size(max = 3) String> currency,
    @Schema(description = "what only banks' lists have, as docs/bank-statements.md has it", example = "{\"account\": \"DE02120300000000202051\"}") Optional<@Size(max = 20) Map<String, @NotNull @Size(max = 500) String>> more,
    @Schema(description = "whose it is") Optional<UUID> creditor, @Schema(description = "whose it is, where they are not there yet", example = "Nordwind Handels GmbH") Optional<@Size(max = 100) String> newCreditor,
    @Schema(description = "under which the map is kept; absent: it is not", example = "Our ledger") Optional<@Size(max = Chosen.LONGEST_NAME) String> name) {

  MapChoices choices() {
    return new MapChoices(kind, columns.orElse(Map.of()), dates, dateFormat, decimal, separator, encoding, currency, all());
  }

  /** A bank's map has its name in itself. */
  private Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    if (kind.filter(BankLists.KIND::equals).isPresent()) {
      name.ifPresent(text -> all.put("name", text));
      all.putAll(more.orElse(Map.of()));
    }
    return all;
  }

  Chosen chosen() {
    return new Chosen(choices(), false, creditor, newCreditor, name);
  }
}
