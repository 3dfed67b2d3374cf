package io.duly.hardship;

import io.duly.moratorium.Caveat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was told of a breathing space; only those who need it read it.
 *
 * @param recordedBy the actor
 * @param trouble empty where it was not told, or may not be kept
 * @param words the debtor's own; empty likewise
 * @param notice of a law's moratorium
 */
public record Telling(String recordedBy, ToldBy toldBy, Optional<Trouble> trouble, Optional<String> words, Optional<Agreed> consent, Optional<Noticed> notice, Optional<String> endedWhy) {

  /** @param takenBackOn when it was taken back, and what was kept erased */
  public record Agreed(String by, ToldBy how, LocalDate on, Optional<LocalDate> takenBackOn) {
    public boolean stands() {
      return takenBackOn.isEmpty();
    }
  }

  /**
   * @param word which moratorium
   * @param treatmentOpen its end is known once the treatment has ended
   * @param caveats what to ask the adviser
   */
  public record Noticed(String word, String reference, String by, boolean treatmentOpen, List<Caveat> caveats) {}
}
