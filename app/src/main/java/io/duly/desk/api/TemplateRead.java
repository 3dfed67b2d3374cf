package io.duly.desk.api;

import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.TemplateProblem;
import io.duly.correspondence.template.TemplateReading;
import io.duly.desk.page.Words;
import io.duly.desk.template.Preview;
import io.duly.wording.Finding;
import io.duly.wording.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the text of a template reads, and what comes out of it.
 *
 * @param notComposed why nothing came out, in a sentence
 */
@Schema(name = "TemplateChecked", description = "How the text of a template reads, and what comes out of it")
record TemplateRead(
    @Schema(description = "it could be put in force like this") boolean usable, @Schema(description = "each message of it will need a second person's yes") boolean needsApproval, List<Wrong> problems,
    List<Found> findings, Optional<Message> message, @Schema(example = "Mend what is wrong first.") Optional<String> notComposed) {

  @Schema(name = "TemplateProblem")
  record Wrong(@Schema(description = "from 1; 0 where something is missing as a whole") int line, @Schema(example = "There is no place called {{greting}}; write {{greeting}}.") String message) {
    static Wrong of(TemplateProblem one) {
      return new Wrong(one.line(), one.message());
    }
  }

  @Schema(name = "TemplateFinding", description = "What could be said better, may not be said, or is said in a part of what comes out")
  record Found(
      @Schema(example = "immediately") String words, @Schema(example = "block") String severity, @Schema(example = "urgency") String rule,
      @Schema(example = "It presses without saying by when.") String why, @Schema(example = "by 4 December 2026") String better) {
    static Found of(Finding one) {
      return new Found(one.words(), CaseJson.word(one.severity()), one.rule(), one.why(), one.better());
    }
  }

  @Schema(name = "TemplateMessage", description = "What comes out of it for the case, or for an example")
  record Message(@Schema(example = "Your invoice INV-2291") String subject, @Schema(example = "Dear Ms Brennan, …") String text, @Schema(example = "Brightwell: INV-2291 of GBP 1,234.50 is open.") String sms) {
    static Message of(Composed one) {
      return new Message(one.subject(), one.plain(), one.sms());
    }
  }

  static TemplateRead of(TemplateReading reading, Preview.CameOut came) {
    return new TemplateRead(
        reading.problems().isEmpty() && !reading.has(Severity.BLOCK), reading.has(Severity.NEEDS_APPROVAL), reading.problems().stream().map(Wrong::of).toList(),
        reading.findings().stream().map(Found::of).toList(), came.composed().map(Message::of), came.problem().map(TemplateRead::said));
  }

  private static String said(String why) {
    return why.startsWith("template.") ? Words.in(Locale.ENGLISH).say(why) : why;
  }
}
