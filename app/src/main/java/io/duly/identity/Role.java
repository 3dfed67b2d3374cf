package io.duly.identity;

import java.util.Locale;

/** What a person is at Duly. */
public enum Role {
  /** Works the cases. */
  COLLECTOR,
  /** A collector with more authority: takes over the work of others too. */
  SENIOR,
  /** Works the cases, takes files in, and approves what needs a second person. */
  MANAGER,
  /** Reads everything within scope, changes nothing. */
  AUDITOR,
  /** Works the cases, takes files in, and looks after the people. */
  ADMINISTRATOR,
  /** Of the creditor, not of the house: looks at the creditor's own cases and invoices, without our notes. */
  CLIENT;

  /** The role as the database and the command line spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException where there is none of that code */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public boolean mayChange() {
    return this != AUDITOR && this != CLIENT;
  }

  /** A client sees what was done about a debt, not what we think of it or tell each other. */
  public boolean isOfTheHouse() {
    return this != CLIENT;
  }

  /** Work that somebody else holds is taken over by who has the authority to. */
  public boolean mayTakeOver() {
    return this == SENIOR || this == MANAGER || this == ADMINISTRATOR;
  }

  /** People, their roles and what they see are an administrator's. */
  public boolean mayAdminister() {
    return this == ADMINISTRATOR;
  }

  /** What is owed by right is given up by a manager or an administrator. */
  public boolean mayLetGo() {
    return this == MANAGER || this == ADMINISTRATOR;
  }

  /** What needs a second person is read by a manager or an administrator. */
  public boolean mayApprove() {
    return this == MANAGER || this == ADMINISTRATOR;
  }

  /** Templates and letterheads speak to all of a creditor's debtors at once: they are a manager's and an administrator's. */
  public boolean mayAuthor() {
    return this == MANAGER || this == ADMINISTRATOR;
  }

  /** Files change the books of many debtors at once: they are a manager's and an administrator's. */
  public boolean mayImport() {
    return this == MANAGER || this == ADMINISTRATOR;
  }

  /** What other systems are told of as it happens is a manager's and an administrator's to choose. */
  public boolean mayConnect() {
    return this == MANAGER || this == ADMINISTRATOR;
  }
}
