package io.duly.desk.api;

import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Variable;
import io.duly.desk.template.Named;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A template of a creditor. */
@Schema(name = "Template", description = "A template that is in force for a creditor, or an earlier version of it")
record TemplateJson(
    UUID creditorId, @Schema(example = "first-reminder") String kind, @Schema(example = "en") String language, @Schema(description = "of the creditor's own, from 1; 0: the shipped one") int version,
    @Schema(example = "# subject\nYour invoice {{invoices}}\n\n# body\n{{greeting}}") String source, Optional<Saved> saved, @Schema(description = "the creditor's own, the last first") List<Version> versions,
    @Schema(description = "what can stand in it", example = "[\"greeting\", \"statement\", \"signature\"]") List<String> places,
    @Schema(description = "what must stand in it", example = "[\"statement\", \"signature\"]") List<String> mandatory) {

  @Schema(name = "TemplateSaved")
  record Saved(@Schema(example = "person:mia") String by, Instant at) {
    static Saved of(TemplateText.Saved one) {
      return new Saved(one.by(), one.at());
    }
  }

  @Schema(name = "TemplateVersion")
  record Version(int version, Optional<Saved> saved) {
    static Version of(TemplateText one) {
      return new Version(one.version(), one.saved().map(Saved::of));
    }
  }

  /** @param shown one of the versions, or the shipped one */
  static TemplateJson of(Named named, TemplateText shown, List<TemplateText> versions) {
    return new TemplateJson(
        named.creditor().id().value(), named.kind().word(), named.language().code(), shown.version(), shown.source(), shown.saved().map(Saved::of), versions.stream().map(Version::of).toList(),
        named.kind().variables().stream().map(Variable::word).toList(), named.kind().mandatory().stream().map(Variable::word).toList());
  }
}
