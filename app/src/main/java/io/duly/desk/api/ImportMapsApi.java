package io.duly.desk.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.duly.desk.intake.KeptMaps;
import io.duly.desk.intake.SavedMapLine;
import io.duly.desk.page.NotThere;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The maps that are kept: which column of a creditor's lists is what. */
@RestController
@RequestMapping("/api/v1/import-maps")
@Tag(name = "Imports")
class ImportMapsApi {
  private final KeptMaps maps;

  ImportMapsApi(KeptMaps maps) {
    this.maps = maps;
  }

  @Schema(name = "ImportMap")
  record MapJson(
      UUID id, @Schema(description = "of a bank's lists") boolean bank, @Schema(example = "Brightwell Supplies Ltd") String creditor, @Schema(example = "Our ledger") String name,
      @Schema(example = "[\"Invoice\", \"Customer\", \"Due\", \"Amount\"]") List<String> columns, @Schema(example = "mia") Optional<String> savedBy, Instant savedAt,
      @Schema(description = "how many were read with it by itself") long files, Optional<Instant> lastUsed) {
    static MapJson of(SavedMapLine one) {
      return new MapJson(one.id(), one.bank(), one.creditor(), one.name(), one.columns(), one.by(), one.at().toInstant(), one.files(), one.last().map(ZonedDateTime::toInstant));
    }
  }

  @Schema(name = "ImportMapText")
  record WholeJson(@JsonUnwrapped MapJson summary, @Schema(description = "as docs/import.md has it", example = "kind: invoices\ncolumns:\n  Invoice: number\n") String yaml) {}

  @GetMapping
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "importMaps", summary = "Maps that are kept, by creditor and name")
  Listing<MapJson> list(Call call) {
    return Listing.whole(maps.all(call.person()).stream().map(MapJson::of).toList());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "importMap", summary = "A map with its text")
  WholeJson read(Call call, @PathVariable UUID id) {
    return maps.find(call.person(), id).map(one -> new WholeJson(MapJson.of(one.line()), one.yaml())).orElseThrow(NotThere::new);
  }

  @PostMapping("/{id}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.IMPORT)
  @Changes("/api/v1/import-maps/{id}")
  @Operation(operationId = "removeImportMap", summary = "Files with its columns are read as they show themselves again")
  void remove(Call call, @PathVariable UUID id) {
    maps.remove(call.person(), id);
  }
}
