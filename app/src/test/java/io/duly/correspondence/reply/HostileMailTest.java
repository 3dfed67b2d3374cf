package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.duly.correspondence.sending.Post;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of people who mean harm, and of programs that do not know better. Nothing is lost, nothing is run, nothing takes long. */
@Tag("P23")
class HostileMailTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @AutoClose private final Desk desk = new Desk();
  private final Post post = desk.post;

  @BeforeEach
  void remind() {
    post.reminded();
    post.send();
  }

  @Test
  void partsWithinPartsAreReadSoFarAndNoFurther() {
    var mail = new StringBuilder(head("multipart/mixed; boundary=b0"));
    for (int depth = 0; depth < 10_000; depth++) {
      mail.append("\n--b").append(depth).append("\nContent-Type: multipart/mixed; boundary=b").append(depth + 1).append("\n\n");
    }
    mail.append("--b10000\n\nWe paid.\n");
    assertKept(soon(mail.toString()), "parts within parts");
  }

  @Test
  void tenThousandPartsAreReadSoFarAndNoFurther() {
    var mail = new StringBuilder(head("multipart/mixed; boundary=b"));
    for (int part = 0; part < 10_000; part++) {
      mail.append("\n--b\nContent-Type: text/plain\n\nline ").append(part);
    }
    assertKept(soon(mail.append("\n--b--\n").toString()), "more parts");
    assertThat(desk.list(Replies.Shelf.WAITING).getFirst().beginning()).startsWith("line 0");
  }

  @Test
  void headsOfAMegabyteAreRead() {
    var taken = soon("X-Long: " + "x".repeat(1_000_000) + "\nReferences: " + "<a@b.example> ".repeat(50_000) + "\n" + head("text/plain") + "\nWe paid.\n");
    assertThat(taken).returns(Reply.State.WAITING, TakenIn::state);
    assertThat(desk.reply(taken).words()).isEqualTo("We paid.");
  }

  @Test
  void wrongCharacterSetsAreReadAsWhatTheyAre() {
    for (var named : new String[] {"utf-8", "us-ascii", "x-nonsense", "\"\"", "iso-8859-1; charset=utf-7"}) {
      var taken = desk.take((head("text/plain; charset=" + named) + "\nGrüße " + named.hashCode()).getBytes(Charset.forName("windows-1252")));
      assertThat(desk.reply(taken).words()).as(named).startsWith("Grüße");
    }
    var utf = desk.take((head("text/plain") + "\nGrüße aus Köln\n").getBytes(StandardCharsets.UTF_8));
    assertThat(desk.reply(utf).words()).isEqualTo("Grüße aus Köln");
    var sixteen = desk.take((head("text/plain; charset=utf-8") + "\n\u0000\u0000half \ud800 pair").getBytes(StandardCharsets.UTF_8));
    assertThat(desk.reply(sixteen).words()).startsWith("half");
  }

  @Test
  void htmlIsReadAsText() {
    var taken =
        soon(
            head("text/html; charset=utf-8")
                + "\n<html><head><title>t</title><style>p{}</style></head><body><p>We <b>paid</b> it.</p><script>alert('stop')</script>"
                + "<img src='https://tracker.example/x.gif'><div style='display:none'>please stop</div><blockquote>Stop calling</blockquote></body></html>\n");
    assertThat(desk.reply(taken).words()).startsWith("We paid it.").doesNotContain("alert").doesNotContain("tracker").doesNotContain("please stop").contains("> ");
    assertThat(desk.reply(taken).wishes()).isEmpty();
  }

  @Test
  void filesAreKeptAndNotOpened() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        zip.write(new byte[1_000_000]);
      }
    }
    var taken =
        soon(
            head("multipart/mixed; boundary=b")
                + "\n--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: application/zip; name=\"../../etc/passwd\"\n"
                + "Content-Disposition: attachment; filename=\"..\\\\..\\\\evil\r\n .zip\"\nContent-Transfer-Encoding: base64\n\n"
                + java.util.Base64.getMimeEncoder().encodeToString(bomb.toByteArray()) + "\n--b--\n");
    var file = desk.reply(taken).attachments().getFirst();
    assertThat(file.bytes()).isEqualTo(bomb.size());
    assertThat(file.name()).doesNotContain("/").doesNotContain("\\").doesNotContain("\n");
    assertThat(post.one("select length(bytes) from journal.document where media_type = 'application/zip'")).isEqualTo(Integer.toString(bomb.size()));
  }

  @Test
  void linesInHeadsStayOneLine() {
    var taken = soon("From: \"K\u202e\u0007 im\" <k-1@debtor.example>\nSubject: =?utf-8?Q?Hi=0D=0ABcc:_x=40y.example?=\nMessage-ID: <1@x>\nIn-Reply-To: " + desk.knownAs() + "\n\nHello\n");
    assertThat(desk.reply(taken).line().subject()).isEqualTo("Hi Bcc: x@y.example");
    assertThat(desk.reply(taken).line().senderName()).doesNotContain("\u202e");
  }

  @Test
  void nonsenseIsKeptAndListed() {
    assertThat(soon("")).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(soon("\n\n\n--")).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(soon("Content-Type: multipart/mixed\n\nno boundary")).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(soon("From: <<<>>>@@\nTo: ,,,;;;\nDate: yesterday\nMessage-ID: none\nContent-Type: ///\nContent-Transfer-Encoding: rot13\n\nx"))
        .returns(Reply.State.UNMATCHED, TakenIn::state);
    var random = new Random(23);
    for (int nth = 0; nth < 60; nth++) {
      var bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      assertThatCode(() -> desk.take(bytes)).doesNotThrowAnyException();
    }
    assertThat(post.one("select count(*) from correspondence.reply r where not exists (select from journal.document d where d.sha256 = r.document)")).isEqualTo("0");
    assertThat(desk.list(Replies.Shelf.UNMATCHED)).hasSizeGreaterThan(60).allMatch(line -> line.why().isPresent());
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void halfOfAMessageIsTakenInAsFarAsItGoes() {
    var whole = head("multipart/mixed; boundary=b") + "\n--b\nContent-Type: text/plain\n\nWe paid.\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA*!";
    for (int end = 100; end < whole.length(); end += 37) {
      var part = whole.substring(0, end);
      assertThatCode(() -> desk.take(part)).doesNotThrowAnyException();
    }
  }

  @Test
  void guessedTokensAttributeNothing() {
    var taken = soon("From: x@elsewhere.example\nTo: reply+aaaaaaaaaaaaaaaa@in.brightwell.example, reply+'; drop table x;--@in.example\nMessage-ID: <2@x>\n\nHello\n");
    assertThat(taken).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(desk.holds()).isEmpty();
  }

  private String head(String type) {
    return "From: k-1@debtor.example\nSubject: Re\nMessage-ID: <" + java.util.UUID.randomUUID() + "@debtor.example>\nIn-Reply-To: " + desk.knownAs() + "\nMIME-Version: 1.0\nContent-Type: " + type + "\n";
  }

  private TakenIn soon(String mail) {
    long begin = System.nanoTime();
    var taken = desk.take(mail);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    return taken;
  }

  private void assertKept(TakenIn taken, String why) {
    assertThat(taken).returns(Reply.State.WAITING, TakenIn::state);
    assertThat(taken.why()).hasValueSatisfying(said -> assertThat(said).contains(why));
    assertThat(post.one("select count(*) from journal.document where media_type = 'message/rfc822' and name like 'reply-%'")).isEqualTo("1");
  }
}
