package io.duly.cli;

import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.letter.LetterLook;
import io.duly.correspondence.letter.Letters;
import io.duly.correspondence.letter.Stationery;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.SmsLength;
import io.duly.correspondence.template.Templates;
import io.duly.cycle.PolicyShelf;
import io.duly.kernel.CaseId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Claim;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.ToneCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly template preview}. */
@Command(name = "preview", description = "What comes out: for a case as it stands, or for an example that nobody is.")
final class TemplatePreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedTemplate named;
  @Mixin private Today today;

  @Option(names = "--case", paramLabel = "CASE", description = "Number or id of the case.")
  private @Nullable String recovery;

  @Option(names = "--tone", description = "friendly, neutral, firm or formal. Default: neutral.")
  private Tone tone = Tone.NEUTRAL;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the HTML of the e-mail.")
  private @Nullable Path html;

  @Option(names = "--pdf", paramLabel = "FILE", description = "Write the letter.")
  private @Nullable Path pdf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Shown(String subject, String plain, String html, String sms, int smsUnits, boolean smsGsm, int smsSegments, List<String> findings) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var composed = recovery == null ? example(application, tx) : ofCase(application, tx, recovery);
      if (pdf != null) {
        keep(pdf, Letters.pdf(composed, look(application, tx)));
      }
      print(composed);
      return ExitCode.DONE;
    } catch (CannotRender missing) {
      throw new CannotDo(missing);
    }
  }

  private Composed example(Opened application, DSLContext tx) {
    var language = named.language().orElse(Language.EN);
    var text = named.creditor(application, tx)
        .map(creditor -> application.the(Templates.class).inForce(tx, creditor.id(), named.kind(), language))
        .orElseGet(() -> Templates.shipped(named.kind(), language));
    return Messages.example(named.kind(), language, text.source(), tone, channel());
  }

  private Composed ofCase(Opened application, DSLContext tx, String name) {
    var id = caseNamed(application, tx, name);
    var messages = application.the(Messages.class);
    var language = named.language().orElseGet(() -> messages.language(tx, id));
    return messages.compose(tx, id, named.kind(), language, tone, channel(), claims(application, tx, id, named.kind()), today.date(application));
  }

  private Channel channel() {
    return pdf == null ? Channel.EMAIL : Channel.LETTER;
  }

  private LetterLook look(Opened application, DSLContext tx) {
    var whose = recovery == null ? named.creditor(application, tx) : Optional.of(creditor(application, tx, caseNamed(application, tx, recovery)));
    return whose
        .map(creditor -> application.the(Stationery.class).of(tx, creditor))
        .orElseGet(() -> new LetterLook(Branding.QUIET, Branding.LetterForm.DIN5008B, Optional.empty()));
  }

  private static CaseId caseNamed(Opened application, DSLContext tx, String name) {
    return application.the(Cases.class).find(tx, name)
        .orElseThrow(() -> new CannotDo("There is no case " + name + "; ./duly case list shows number and debtor of each."));
  }

  private static Creditor creditor(Opened application, DSLContext tx, CaseId id) {
    var creditor = application.the(CaseJournal.class).head(tx, id).creditor();
    return application.the(Parties.class).creditors(tx).stream().filter(one -> one.id().equals(creditor)).findFirst().orElseThrow();
  }

  /** What the policy that the creditor follows makes true. */
  private Set<Claim> claims(Opened application, DSLContext tx, CaseId id, Kind kind) {
    var policy = creditor(application, tx, id).policy();
    return application.the(PolicyShelf.class).claims(policy, kind, today.date(application));
  }

  private void print(Composed composed) {
    var email = composed.email();
    var length = SmsLength.of(composed.sms());
    var findings = findings(composed).stream().map(finding -> finding.severity() + " " + finding.why()).toList();
    if (html != null) {
      keep(html, email.html().getBytes(StandardCharsets.UTF_8));
    }
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(
          new Shown(email.subject(), email.plain(), email.html(), composed.sms(), length.units(), length.gsm(), length.segments(), findings)));
      return;
    }
    out.println("Subject: " + email.subject());
    out.println();
    out.print(email.plain());
    out.printf("%nSMS (%d of 160 signs%s, %s): %s%n", length.units(), length.gsm() ? "" : ", not GSM",
        length.segments() == 1 ? "one message" : length.segments() + " messages", composed.sms());
    findings.forEach(out::println);
  }

  private static List<Finding> findings(Composed composed) {
    return ToneCheck.of(composed.forms().language()).check(composed.words(), composed.occasion().facts());
  }

  private static void keep(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new CannotDo(file + " cannot be written: " + failed.getMessage());
    }
  }
}
