package io.duly.desk.api;

import io.duly.approvals.Letterheads;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.desk.template.BrandingPage;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.journal.Archive;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a creditor's messages look, who signs them and where is paid to. Each change is a version of its own. */
@RestController
@RequestMapping("/api/v1/templates/{creditor}/branding")
@Tag(name = "Templates")
class BrandingApi {
  private static final String READ = "/api/v1/templates/{creditor}/branding";

  private final Scope scope;
  private final Changing changing;
  private final Parties parties;
  private final Brandings brandings;
  private final Letterheads letterheads;
  private final Archive archive;

  BrandingApi(Scope scope, Changing changing, Parties parties, Brandings brandings, Letterheads letterheads, Archive archive) {
    this.scope = scope;
    this.changing = changing;
    this.parties = parties;
    this.brandings = brandings;
    this.letterheads = letterheads;
    this.archive = archive;
  }

  @Schema(name = "BrandingInForce")
  record InForce(Branded branding, @Schema(description = "SHA-256 of the picture, fetched at …/logo", example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") Optional<String> logo) {
    static InForce of(Branding now) {
      return new InForce(Branded.of(now), now.logo().map(one -> one.hex()));
    }
  }

  @Schema(name = "BrandingSaved")
  record Saved(
      @Schema(description = "of the branding, from 1") int version,
      @Schema(description = "Other accounts to pay to wait for a second person, who says yes or no on the desk; until then those before hold. By this id.") Optional<UUID> proposal) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "branding", summary = "What a creditor's messages look like now")
  InForce read(Call call, @PathVariable UUID creditor) {
    return scope.reading(call.person(), scoped -> find(scoped, creditor).map(one -> InForce.of(brandings.of(scoped, one)))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TEMPLATES)
  @Changes(READ)
  @Operation(operationId = "saveBranding", summary = "Puts a letterhead in force; its logo stays, and other accounts to pay to wait for a second person")
  Saved save(Call call, @PathVariable UUID creditor, @RequestBody @Valid Branded body) {
    var typed = body.typed();
    return saved(call, creditor, now -> typed.over(now));
  }

  @GetMapping("/logo")
  @Needs(TokenScope.READ)
  @Operation(operationId = "logo", summary = "The logo, as it is kept")
  @ApiResponse(responseCode = "200", description = "A picture (PNG)", content = @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> logo(Call call, @PathVariable UUID creditor) {
    return scope.reading(call.person(), scoped -> find(scoped, creditor).flatMap(one -> brandings.of(scoped, one).logo()).flatMap(hash -> archive.document(scoped, hash)))
        .map(one -> Handing.png(one.bytes()))
        .orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/logo", consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Needs(TokenScope.TEMPLATES)
  @Changes(READ)
  @Operation(operationId = "saveLogo", summary = "A logo: PNG or JPEG up to 4 MB, told by its bytes and drawn anew",
      requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
  Saved logo(Call call, @PathVariable UUID creditor, InputStream body) throws IOException {
    var bytes = body.readNBytes(BrandingPage.MOST_BYTES + 1);
    return changing.change(call, scoped -> find(scoped, creditor), (tx, one) -> inForce(tx, one, call, now -> {
      var logo = brandings.keep(tx, one, bytes, call.now());
      return new Branding(now.sender(), now.colour(), now.form(), Optional.of(logo));
    }));
  }

  @PostMapping("/logo/removal")
  @Needs(TokenScope.TEMPLATES)
  @Changes(READ)
  @Operation(operationId = "removeLogo", summary = "Without a logo from now on")
  Saved without(Call call, @PathVariable UUID creditor) {
    return saved(call, creditor, now -> new Branding(now.sender(), now.colour(), now.form(), Optional.empty()));
  }

  private Saved saved(Call call, UUID creditor, UnaryOperator<Branding> change) {
    return changing.change(call, scoped -> find(scoped, creditor), (tx, one) -> inForce(tx, one, call, change));
  }

  private Saved inForce(DSLContext tx, Creditor one, Call call, UnaryOperator<Branding> change) {
    try {
      var saved = letterheads.save(tx, call.person(), one, change.apply(brandings.of(tx, one)), call.address());
      return new Saved(saved.version(), saved.proposal());
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(ProblemType.REFUSED, String.valueOf(wrong.getMessage()));
    }
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
