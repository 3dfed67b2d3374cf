package io.duly.desk.api;

import io.duly.correspondence.template.InvalidTemplate;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.desk.template.Named;
import io.duly.desk.template.Preview;
import io.duly.desk.template.Sheet;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.strategy.Tone;
import io.duly.wording.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The words that are in force for a creditor. */
@RestController
@RequestMapping("/api/v1/templates/{creditor}")
@Tag(name = "Templates")
class TemplatesApi {
  private static final String ONE = "/{kind}/{language}";

  private final Scope scope;
  private final Changing changing;
  private final Parties parties;
  private final Templates templates;
  private final Preview preview;

  TemplatesApi(Scope scope, Changing changing, Parties parties, Templates templates, Preview preview) {
    this.scope = scope;
    this.changing = changing;
    this.parties = parties;
    this.templates = templates;
    this.preview = preview;
  }

  @Schema(name = "TemplateLine")
  record Line(
      @Schema(example = "first-reminder") String kind, @Schema(example = "en") String language, @Schema(description = "of the creditor's own, from 1; 0: the shipped one") int version,
      Optional<TemplateJson.Saved> saved) {
    static Line of(TemplateText one) {
      return new Line(one.kind().word(), one.language().code(), one.version(), one.saved().map(TemplateJson.Saved::of));
    }
  }

  record NewText(@NotBlank @Size(max = Sheet.LONGEST) @Schema(description = "as ./duly template put takes it", example = "# subject\nYour invoice {{invoices}}\n\n# body\n{{greeting}}") String source) {}

  record TextToCheck(
      @NotBlank @Size(max = Sheet.LONGEST) @Schema(example = "# subject\nYour invoice {{invoices}}\n\n# body\n{{greeting}}") String source,
      @Schema(description = "number of a case of the creditor to look at it with; absent: an example", example = "17") Optional<@Pattern(regexp = "[0-9]{1,15}", message = "the number of a case") String> caseNumber,
      @Schema(description = "absent: neutral", example = "neutral") Optional<String> tone, @Schema(description = "as a letter; absent: as an e-mail") Optional<Boolean> letter) {}

  @Schema(name = "TemplateInForce")
  record InForce(@Schema(description = "its version") int version, List<TemplateRead.Found> findings) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "templates", summary = "Which words are in force for a creditor, by kind and language")
  Listing<Line> list(Call call, @PathVariable UUID creditor) {
    return Listing.whole(scope.reading(call.person(), scoped -> find(scoped, creditor).map(found -> lines(scoped, found))).orElseThrow(NotThere::new));
  }

  private List<Line> lines(DSLContext scoped, Creditor creditor) {
    var own = templates.own(scoped, creditor.id()).stream().collect(Collectors.toMap(one -> one.kind().word() + one.language().code(), Function.identity()));
    return Kind.ofTemplates().stream()
        .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Optional.ofNullable(own.get(kind.word() + language.code())).orElseGet(() -> Templates.shipped(kind, language))))
        .map(Line::of)
        .toList();
  }

  @GetMapping(ONE)
  @Needs(TokenScope.READ)
  @Operation(operationId = "template", summary = "The text that is in force, or an earlier version of it")
  TemplateJson read(
      Call call, @PathVariable UUID creditor, @PathVariable String kind, @PathVariable String language, @Parameter(description = "one of the creditor's own; 0: the shipped one") @RequestParam Optional<Integer> version) {
    return scope.reading(call.person(), scoped -> named(scoped, creditor, kind, language).map(named -> {
      var versions = templates.versions(scoped, named.creditor().id(), named.kind(), named.language());
      return TemplateJson.of(named, text(named, versions, version), versions);
    })).orElseThrow(NotThere::new);
  }

  private static TemplateText text(Named named, List<TemplateText> versions, Optional<Integer> version) {
    int wanted = version.orElse(versions.isEmpty() ? 0 : versions.getFirst().version());
    return wanted == 0 ? Templates.shipped(named.kind(), named.language()) : versions.stream().filter(one -> one.version() == wanted).findFirst().orElseThrow(NotThere::new);
  }

  @PostMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TEMPLATES)
  @Changes("/api/v1/templates/{creditor}/{kind}/{language}")
  @Operation(operationId = "saveTemplate", summary = "Puts a text in force from now on; versions before it are kept")
  InForce save(Call call, @PathVariable UUID creditor, @PathVariable String kind, @PathVariable String language, @RequestBody @Valid NewText body) {
    return changing.change(call, scoped -> named(scoped, creditor, kind, language), (tx, named) -> {
      try {
        var findings = templates.save(tx, named.creditor().id(), named.kind(), named.language(), body.source(), call.person().actor(), call.now());
        return new InForce(templates.inForce(tx, named.creditor().id(), named.kind(), named.language()).version(), findings.stream().map(TemplateRead.Found::of).toList());
      } catch (InvalidTemplate wrong) {
        throw refusal(wrong);
      }
    });
  }

  private static Refusal refusal(InvalidTemplate wrong) {
    return new Refusal(
        ProblemType.REFUSED, "The text cannot be used as it is; see errors. Nothing was saved.",
        wrong.problems().stream().map(one -> Problem.Part.of("/source", one.toString())).toArray(Problem.Part[]::new));
  }

  @PostMapping(path = ONE + "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TEMPLATES)
  @Operation(operationId = "checkTemplate", summary = "How a text reads, and what comes out of it; changes nothing")
  TemplateRead check(Call call, @PathVariable UUID creditor, @PathVariable String kind, @PathVariable String language, @RequestBody @Valid TextToCheck body) {
    var tone = body.tone().map(word -> CaseJson.word(Word.of(Tone.class, word, "/tone")));
    var sheet = new Sheet(Optional.of(body.source()), Optional.empty(), body.caseNumber(), tone, body.letter().filter(one -> one).map(_ -> "letter"));
    return changing.change(call, scoped -> named(scoped, creditor, kind, language), (tx, named) ->
        TemplateRead.of(Templates.reading(named.kind(), named.language(), body.source()), preview.of(tx, named, sheet, call.today())));
  }

  private Optional<Named> named(DSLContext scoped, UUID creditor, String kind, String language) {
    return find(scoped, creditor).map(found -> Named.of(found, kind, language));
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
