package io.duly.cases;

/** The taxonomy of why debtors say they have not paid (P26). */
public enum ReasonCategory {
  NOT_RECEIVED("the invoice has not arrived"),
  GOODS_MISSING("goods or work are missing"),
  GOODS_DEFECTIVE("goods or work are defective"),
  PRICE_WRONG("the price is wrong"),
  DUPLICATE("it was invoiced twice"),
  ALREADY_PAID("it has been paid"),
  NOT_ORDERED("it was not ordered"),
  NO_MONEY("there is no money now"),
  APPROVAL_PENDING("an approval is pending"),
  THIRD_PARTY("somebody else is at fault"),
  HARDSHIP("hardship"),
  OTHER("another reason");

  private final String sentence;

  ReasonCategory(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, to be read on. */
  public String sentence() {
    return sentence;
  }
}
