package io.duly.correspondence.template;

import io.duly.kernel.CreditorId;
import java.time.Instant;

/** A creditor's own version of a template. */
public record OwnTemplate(CreditorId creditor, TemplateText text) {

  Instant savedAt() {
    return text.saved().map(TemplateText.Saved::at).orElse(Instant.EPOCH);
  }
}
