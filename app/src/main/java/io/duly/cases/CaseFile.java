package io.duly.cases;

import java.util.List;

/**
 * What the facts tell of a case file.
 *
 * @param papers one per open invoice
 * @param contactPerson there is somebody to ask for who is not known to be the wrong one
 * @param lackingAddresses of "e-mail", "telephone", "postal address" those that are not known
 */
public record CaseFile(List<Paper> papers, boolean contactPerson, List<String> lackingAddresses) {

  /**
   * The papers of one invoice.
   *
   * @param number the invoice's
   * @param document its text is archived
   * @param order it names an order
   * @param delivery it is known when the goods or the work were delivered
   * @param terms the debtor had accepted terms when it was issued
   */
  public record Paper(String number, boolean document, boolean order, boolean delivery, boolean terms) {}
}
