package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.DebtorId;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that are faxed by a gateway that takes e-mail. */
@Tag("I4")
class FaxTest {
  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  private DebtorId withFax() {
    var debtor = post.remindedBy("letter");
    post.database.execute(
        "update correspondence.sender set fax_gateway = 'default'",
        "update parties.debtor set fax = '+4930123456', street = null where id = '" + debtor + "'");
    post.with(Map.of("DULY_FAX_ADDRESS", "{number}@fax.gateway.example"));
    return debtor;
  }

  @Test
  @Tag("P22")
  void theLetterGoesToTheGatewayAsAnAttachment(@TempDir Path folder) throws Exception {
    withFax();
    assertThat(post.the(Printing.class).print(folder, false, 10).files()).as("it is not for the folder").isEmpty();
    assertThat(post.send()).returns(1, SendReport::sent);
    assertThat(post.arrived()).containsExactly("+4930123456@fax.gateway.example");
    var mail = post.mail.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<" + post.message() + "@brightwell.example>");
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf; name=" + post.message() + ".pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readNBytes(5)).isEqualTo("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(post.one("select way from correspondence.attempt")).isEqualTo("fax");
    assertThat(post.one("select channel from correspondence.contact")).isEqualTo("letter");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whatTheGatewaySendsBackIsABounceAndTheNumberIsNotUsedAgain() {
    var debtor = withFax();
    post.send();
    var report =
        BouncesTest.report("<" + post.message() + "@brightwell.example>", "failed", "5.1.1", "smtp; 550 number does not answer as a fax").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Bounces.Taken taken = post.asked(tx -> post.the(Bounces.class).take(tx, report, post.now()));
    assertThat(taken.became()).isEqualTo("bounced");
    assertThat(post.rows("select address from correspondence.dead_address")).contains("fax:+4930123456");
    post.database.execute("update parties.debtor set street = 'Road 1', email = null, phone = '+4930123456' where id = '" + debtor + "'");
    post.run(Post.TODAY.plusDays(12));
    assertThat(post.one("select m.channel, o.way from correspondence.message m join correspondence.outlet o on o.message_id = m.id"))
        .as("by post now").isEqualTo("letter print");
    assertThat(post.one("select why from cases.task where kind = 'delivery'")).contains("find another");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aGatewayIsAnAddressWithANumberInIt() {
    assertThat(FaxGateway.of(Map.of("DULY_FAX_ADDRESS", "00{digits}.fx@north.example"), "default").orElseThrow().address("+4930123456"))
        .isEqualTo("004930123456.fx@north.example");
    assertThatThrownBy(() -> FaxGateway.of(Map.of("DULY_FAX_ADDRESS", "fax@north.example"), "default")).hasMessageContaining("{number}@fax.example.org");
  }
}
