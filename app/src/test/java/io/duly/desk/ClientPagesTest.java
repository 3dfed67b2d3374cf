package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a client of ours sees, link by link: no link leads to a page that is refused, and nothing of what we think is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ClientPagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|action)=\"(/[^\"#]*)");
  private static final List<String> OURS = List.of("zebra", "second promise broken", "hard steps need a manager", "reliable", "/brief", "/outbox", "/calls/", "/contact");

  private Desk desk;

  @BeforeAll
  void open() throws java.sql.SQLException {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    Busy.with(desk, desk.person("mia", Role.MANAGER), "Brennan & Co Ltd", Portfolio.BRIGHTWELL);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void everyLinkThatAClientSeesCanBeOpenedAndNoneTellsWhatWeThink() {
    var client = desk.person("clara", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    var seen = new TreeSet<String>();
    var todo = new ArrayDeque<>(List.of("/", "/search?q=brennan", "/search?q=zebra", "/search?q=INV-22", "/cases/1?words=now", "/cases/1?show=decisions"));
    try (var visitor = new Visitor(desk).signedInAs(client)) {
      while (!todo.isEmpty() && seen.size() < 400) {
        var path = todo.poll();
        if (seen.add(path) && !path.startsWith("/assets") && !path.startsWith("/webjars")) {
          var answer = visitor.get(path.replace("&amp;", "&"));
          assertThat(answer.statusCode()).as(path).isIn(200, 405);
          if (!path.contains("q=zebra")) {
            assertThat(answer.body()).as(path).doesNotContain(OURS);
          }
          LINK.matcher(answer.body()).results().map(found -> found.group(1)).filter(to -> !to.startsWith("/sign-out") && !to.startsWith("/me/") && !to.startsWith("/theme")).forEach(todo::add);
        }
      }
    }
    assertThat(seen).contains("/cases/1", "/cases/1/statement").hasSizeGreaterThan(20);
  }
}
