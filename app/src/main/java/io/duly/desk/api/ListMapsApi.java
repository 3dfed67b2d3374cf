package io.duly.desk.api;

import io.duly.desk.intake.ListMapping;
import io.duly.desk.page.Words;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which column is what, of a file that was handed in and waits for somebody to say so. */
@RestController
@RequestMapping("/api/v1/imports/{id}/map")
@Tag(name = "Imports")
class ListMapsApi {
  private final ListMapping lists;

  ListMapsApi(ListMapping lists) {
    this.lists = lists;
  }

  @Schema(name = "ImportMapYaml")
  record Yaml(@Schema(example = "kind: invoices\ncolumns:\n  Rechnung: number\n") String yaml) {}

  @GetMapping
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "beginMap", summary = "How a file that waits would be read by itself")
  ImportPreview begin(Call call, @PathVariable UUID id) throws IOException {
    var by = by(call);
    return ImportPreview.of(lists.begin(by, lists.found(by, id)));
  }

  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "previewMap", summary = "How its rows would be read as chosen; changes nothing")
  ImportPreview look(Call call, @PathVariable UUID id, @RequestBody @Valid ImportChoices body) throws IOException {
    var by = by(call);
    return ImportPreview.of(lists.look(by, lists.found(by, id), body.chosen()));
  }

  @PostMapping(path = "/yaml", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "mapAsYaml", summary = "The choices as ./duly import --map takes them; changes nothing")
  Yaml yaml(Call call, @PathVariable UUID id, @RequestBody @Valid ImportChoices body) {
    lists.found(by(call), id);
    return new Yaml(body.choices().yaml());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.IMPORT)
  @Changes("/api/v1/imports/{id}")
  @Operation(operationId = "importMapped", summary = "Takes the file in as chosen, and keeps the map where it has a name")
  void take(Call call, @PathVariable UUID id, @RequestBody @Valid ImportChoices body) throws IOException {
    var by = by(call);
    if (!lists.take(by, lists.found(by, id), body.chosen())) {
      throw new Refusal(ProblemType.REFUSED, by.say().apply("intake.not-again"));
    }
  }

  private static ListMapping.Chooser by(Call call) {
    return new ListMapping.Chooser(call.person(), call.today(), Words.in(Locale.ENGLISH)::say);
  }
}
