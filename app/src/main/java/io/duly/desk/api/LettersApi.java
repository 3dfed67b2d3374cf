package io.duly.desk.api;

import io.duly.correspondence.sending.Printing;
import io.duly.desk.outbox.LetterShelf;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Batches of letters, for whoever prints them. */
@RestController
@RequestMapping("/api/v1/letters")
@Tag(name = "Messages")
class LettersApi {
  private final Scope scope;
  private final Changing changing;
  private final Parties parties;
  private final LetterShelf letters;

  LettersApi(Scope scope, Changing changing, Parties parties, LetterShelf letters) {
    this.scope = scope;
    this.changing = changing;
    this.parties = parties;
    this.letters = letters;
  }

  @Schema(name = "Letters", description = "A creditor's letters: how many wait, and the files of the latest batches")
  record LettersJson(
      UUID creditorId, @Schema(example = "Brightwell Supplies Ltd") String creditor, @Schema(description = "that may be printed") int waiting,
      @Schema(description = "the latest first; fetched at /letters/{creditor}/{file}", example = "[\"letters-2026-11-23-4.pdf\", \"letters-2026-11-23-4.csv\"]") List<String> files) {
    static LettersJson of(LetterShelf.Batches one) {
      return new LettersJson(one.creditor().id().value(), one.creditor().name(), one.waiting(), one.files());
    }
  }

  @Schema(name = "LetterBatch", description = "What became of a batch. What is in its files counts as sent.")
  record BatchJson(
      @Schema(description = "the letters, and a list of them; none where there was no letter", example = "[\"letters-2026-11-23-4.pdf\", \"letters-2026-11-23-4.csv\"]") List<String> files, int sent,
      @Schema(description = "wait on, for a rule or somebody says so") int kept, @Schema(description = "withdrawn, for the facts had changed") int withdrawn, @Schema(description = "need a person's yes") int held) {
    static BatchJson of(Printing.Printed one) {
      return new BatchJson(one.files(), one.report().sent(), one.report().kept(), one.report().withdrawn(), one.report().held());
    }
  }

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "letters", summary = "Creditors with letters that wait or were printed")
  Listing<LettersJson> list(Call call) {
    return Listing.whole(scope.reading(call.person(), scoped -> letters.of(scoped, parties.creditors(scoped))).stream().map(LettersJson::of).toList());
  }

  @PostMapping("/{creditor}/batch")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "printLetters", summary = "Makes the next batch of a creditor, 200 letters at most; each is asked anew whether it may leave",
      description = "A batch that was made is made for good. Where its answer was lost and is not replayed, /letters says which files there are.")
  BatchJson make(Call call, @PathVariable UUID creditor) {
    return changing.change(call, scoped -> find(scoped, creditor), (_, one) -> BatchJson.of(printed(one.id())));
  }

  private Printing.Printed printed(CreditorId creditor) {
    try {
      return letters.make(creditor);
    } catch (IOException full) {
      throw new Refusal(ProblemType.UNAVAILABLE, "The letters could not be written to the server's folder; none has left. An administrator makes room, then ask again.");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @GetMapping("/{creditor}/{file}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "letterFile", summary = "A file of a batch: the letters as PDF, or their list as CSV")
  @ApiResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> file(Call call, @PathVariable UUID creditor, @PathVariable String file) {
    var found = scope.reading(call.person(), scoped -> find(scoped, creditor)).orElseThrow(NotThere::new);
    var bytes = letters.file(found.id(), file).orElseThrow(NotThere::new);
    return Handing.out(file, file.endsWith(".pdf") ? MediaType.APPLICATION_PDF : new MediaType("text", "csv"), bytes);
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
