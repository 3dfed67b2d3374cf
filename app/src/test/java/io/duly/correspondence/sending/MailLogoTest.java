package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.parties.Parties;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sender's logo goes with the mail, and nothing is fetched when it is read. */
@Tag("P22")
class MailLogoTest {

  @Test
  void theLogoTravelsInTheMailAndWhatArrivedIsWhatWasArchived() throws Exception {
    try (var post = new Post()) {
      post.in(tx -> {
        var creditor = post.the(Parties.class).creditors(tx).getFirst();
        var brandings = post.the(Brandings.class);
        var now = brandings.of(tx, creditor);
        var logo = brandings.keep(tx, creditor, picture(1_000, 250), post.now().now());
        return brandings.save(tx, creditor, new Branding(now.sender(), now.colour(), now.form(), Optional.of(logo)), "shell:bob", post.now().now());
      });
      post.reminded();
      assertThat(post.send()).returns(1, SendReport::sent);

      var mail = parsed(post.mail.getReceivedMessages()[0]);
      assertThat(mail.getMimeType()).isEqualTo("multipart/alternative");
      var both = ((Multipart) mail.getBody()).getBodyParts();
      assertThat(both).extracting(Entity::getMimeType).containsExactly("text/plain", "multipart/related");
      var related = ((Multipart) both.get(1).getBody()).getBodyParts();
      assertThat(related).extracting(Entity::getMimeType).containsExactly("text/html", "image/png");
      var html = new String(((TextBody) related.getFirst().getBody()).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var id = related.get(1).getHeader().getField("Content-ID").getBody();
      assertThat(html).contains("<img src=\"cid:" + id.substring(1, id.length() - 1) + "\" alt=\"Brightwell Supplies\"").doesNotContain("src=\"http");
      assertThat(related.get(1).getDispositionType()).isEqualTo("inline");
      var shown = ImageIO.read(((BinaryBody) related.get(1).getBody()).getInputStream());
      assertThat(shown.getHeight()).as("twice the height on the screen").isEqualTo(96);
      assertThat(post.one("select d.bytes like '%Content-ID: " + id + "%' from (select convert_from(bytes, 'UTF8') as bytes from journal.document where media_type = 'message/rfc822') d"))
          .isEqualTo("true");
      assertThat(mail.getMessageId()).isEqualTo(post.one("select known_as from correspondence.attempt"));
    }
  }

  private static byte[] picture(int width, int height) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private static Message parsed(jakarta.mail.internet.MimeMessage arrived) throws Exception {
    var out = new ByteArrayOutputStream();
    arrived.writeTo(out);
    return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(out.toByteArray()));
  }
}
