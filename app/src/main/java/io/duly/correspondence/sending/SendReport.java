package io.duly.correspondence.sending;

import java.util.List;

/**
 * What came of one round of sending.
 *
 * @param sent handed over, with the server's answer
 * @param later refused for now, tried again
 * @param failed given up
 * @param uncertain that may have left: a person finds out
 * @param kept that wait on because a rule or somebody says so
 * @param withdrawn because the facts had changed
 * @param held that need a person's yes
 * @param waiting that are due and could go, but for which no server or sender is configured
 * @param troubles what is wrong with servers, a sentence each
 */
public record SendReport(
    int sent, int later, int failed, int uncertain, int kept, int withdrawn, int held, int waiting, List<String> troubles) {
  public SendReport {
    troubles = List.copyOf(troubles);
  }

  /** Whether anything happened at all. */
  public boolean isQuiet() {
    return sent + later + failed + uncertain + kept + withdrawn + held == 0 && troubles.isEmpty();
  }
}
