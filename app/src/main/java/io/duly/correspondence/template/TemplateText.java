package io.duly.correspondence.template;

import io.duly.wording.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The text of a template.
 *
 * @param version of the creditor's own, from 1; 0 for the one that is shipped
 * @param saved who saved it and when; empty for the one that is shipped
 */
public record TemplateText(Kind kind, Language language, int version, String source, Optional<Saved> saved) {
  /** A part of the file. */
  public enum Part {
    SUBJECT,
    BODY,
    SMS
  }

  /** The text below the heading of that part; empty where it is not there. */
  public String section(Part part) {
    var section = Section.of(source, new ArrayList<>()).get(Section.Name.valueOf(part.name()));
    return section == null ? "" : section.text().strip();
  }

  /** @param by {@code person:login} or {@code shell:user} */
  public record Saved(String by, Instant at) {}
}
