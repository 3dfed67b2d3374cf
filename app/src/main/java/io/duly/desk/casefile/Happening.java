package io.duly.desk.casefile;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One line of what happened. */
public sealed interface Happening {
  LocalDate day();

  /**
   * A journal entry.
   *
   * @param ownWords of a call: what they said, in their words, and {@code reading} what it means to us
   * @param document the media type of the document that it names
   */
  record Entry(
      int seq, String kind, ZonedDateTime at, boolean late, ZonedDateTime recordedAt, String actor, String summary, Optional<String> ownWords, Optional<String> reading,
      Optional<String> document)
      implements Happening {
    private static final List<String> SHOWN = List.of("application/pdf", "image/png", "image/jpeg", "text/plain");

    /** Whether a document of that kind can be looked at on the page. */
    static boolean isShown(String mediaType) {
      return SHOWN.stream().anyMatch(mediaType::startsWith);
    }

    public boolean shows() {
      return document.filter(Entry::isShown).isPresent();
    }

    public boolean isPicture() {
      return document.filter(kind -> kind.startsWith("image/")).isPresent();
    }

    @Override
    public LocalDate day() {
      return at.toLocalDate();
    }

    public boolean byDuly() {
      return actor.equals("duly");
    }

    /** The name behind the actor's prefix. */
    public String who() {
      return actor.substring(actor.indexOf(':') + 1);
    }
  }

  /** Money that came in or was taken back, on one invoice. */
  record Posting(LocalDate day, String kind, long amount, String invoice, Optional<String> source, Optional<String> why)
      implements Happening {

    /** Whether the words occur in it; everything speaks of nothing. */
    boolean speaksOf(String query) {
      var text = invoice + " " + source.orElse("") + " " + why.orElse("");
      return text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }
  }
}
