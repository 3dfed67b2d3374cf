package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message that waits is given other words, and leaves with them in its turn. */
@Tag("P12")
class RewordingTest {
  private static final String OWN =
      "{{greeting}}\n\nYour cellar was flooded, we heard. If you see this differently, please tell me.\n\n{{statement}}\n\n{{paid so far}}\n\n{{payment}}\n\n{{notices}}\n\n{{signature}}";

  @Test
  void itLeavesWithTheOtherWordsAndWithValuesOfThatMoment() throws Exception {
    try (var post = new Post()) {
      post.reminded();
      var rewording = post.the(Rewording.class);
      String before = post.asked(tx -> rewording.words(tx, post.message()).text());
      assertThat(before).contains("{{statement}}");
      post.in(tx -> { rewording.write(tx, post.message(), "After the flood", OWN, "shell:bob", post.now()); return 0; });
      String author = post.asked(tx -> post.the(Queue.class).author(tx, post.message()).orElse("nobody"));
      assertThat(author).isEqualTo("shell:bob");
      assertThat(post.send()).returns(1, SendReport::sent);
      assertThat(post.mail.getReceivedMessages()[0].getSubject()).isEqualTo("After the flood");
      assertThat(post.one("select words like '%Your cellar was flooded%' and words like '%DE02 1203%' from journal.document where media_type = 'message/rfc822'")).isEqualTo("true");
      assertThat(post.complaints()).isEmpty();
    }
  }

  @Test
  void whatMayNeverLeaveIsRefusedWithItsWordsAndTheOldOnesStay() {
    try (var post = new Post()) {
      post.reminded();
      var rewording = post.the(Rewording.class);
      var threat = OWN.replace("please tell me", "we will break your legs");
      assertThatThrownBy(() -> post.in(tx -> { rewording.write(tx, post.message(), "Pay", threat, "shell:bob", post.now()); return 0; }))
          .hasMessageContaining("It says what may never leave").hasMessageContaining("legs");
      assertThat(post.one("select count(*) from correspondence.own_words")).isEqualTo("0");
      assertThat(post.send()).returns(1, SendReport::sent);
    }
  }
}
