package io.duly.correspondence.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.wording.Language;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What is wrong with a template is said when it is saved, all at once. */
class TemplateReaderTest {
  private static final String SOUND = ShippedTemplates.text(Kind.FIRST_REMINDER, Language.EN);

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String text) {
    return assertThatThrownBy(() -> Templates.check(Kind.FIRST_REMINDER, Language.EN, text)).isInstanceOf(InvalidTemplate.class);
  }

  @Test
  void namesTheNearestValueForOneThatDoesNotExist() {
    refused(SOUND.replace("{{greeting}}", "{{greetin}}")).hasMessageContaining("line 5").hasMessageContaining("did you mean {{greeting}}?");
    refused(SOUND.replace("{{if friendly}}", "{{if freindly}}")).hasMessageContaining("did you mean {{if friendly}}?");
  }

  @Test
  void saysWhatEveryDemandMustHave() {
    refused(SOUND.replace("{{payment}}", "").replace("{{paid so far}}", ""))
        .hasMessageContaining("must have {{payment}}")
        .hasMessageContaining("must have {{paid so far}}");
    refused(SOUND.substring(0, SOUND.indexOf("# sms"))).hasMessageContaining("\"# sms\" is missing");
  }

  @Test
  void knowsWhichKindsHaveAValue() {
    refused(SOUND.replace("{{greeting}}", "{{greeting}} {{instalment}}")).hasMessageContaining("{{instalment}} has no value in a first-reminder");
  }

  @Test
  void blocksStandAlone() {
    refused(SOUND.replace("{{payment}}", "Pay so: {{payment}}")).hasMessageContaining("{{payment}} is a block");
    refused(SOUND.replace("{{payment}}", "{{payment}}\n\n{{if paid}} thanks")).hasMessageContaining("stands alone in a paragraph");
    refused(SOUND.replaceFirst("\\{\\{end}}", "")).hasMessageContaining("cannot stand within another");
    refused(SOUND.replaceFirst("\\{\\{if friendly}}", "")).hasMessageContaining("ends no {{if");
  }

  @Test
  void onlyWordsStrongWordsListsAndSafeLinksCanStandInAMessage() {
    for (var markup : new String[] {
      "<script>alert(1)</script>", "<b>now</b>", "![x](https://tracker.example/x.png)", "`code`", "# Heading", "> quoted",
      "[pay](javascript:alert)", "[pay](http://example.org)", "[pay](https://example.org/{{case}})", "[{{case}}](https://example.org/)",
      "---", "```\ncode\n```"
    }) {
      refused(SOUND.replace("{{greeting}}", "{{greeting}}\n\n" + markup + "\n\n"));
    }
    Templates.check(Kind.FIRST_REMINDER, Language.EN, SOUND.replace("{{greeting}}", "{{greeting}}\n\n- [see](https://example.org/a?b=1)\n- **two**\n\n"));
  }

  @Test
  void anSmsNamesNoAmountUnlessTheNumberIsVerified() {
    refused(SOUND.replace("# sms\n", "# sms\n{{total}} ")).hasMessageContaining("{{if verified}}");
    Templates.check(Kind.FIRST_REMINDER, Language.EN, SOUND + "\n{{if verified}}\n\nIt is about {{total}}.\n\n{{end}}\n");
  }

  @Test
  void whatMayNeverBeSaidIsNotSaved() {
    refused(SOUND.replace("Thank you. ", "")
        .replace("{{payment}}", "{{payment}}\n\nPay now or we will tell your employer and your neighbours."))
        .hasMessageContaining("may never be sent");
  }

  @Test
  void aHugeOrBrokenTextIsRefusedInASentence() {
    refused("x".repeat(TemplateReader.MOST_SIGNS + 1)).hasMessageContaining("at most");
    refused("").hasMessageContaining("\"# body\" is missing");
    refused("{{".repeat(5_000));
    refused("# body\n" + "[".repeat(9_000));
    assertThat(TemplateReader.read(Kind.FIRST_REMINDER, SOUND.replace("\n", "\r\n")).body()).isNotEmpty();
  }
}
