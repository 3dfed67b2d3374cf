package io.duly.identity;

import java.util.Locale;

/** What a person is at Duly. */
public enum Role {
  /** Works the cases. */
  COLLECTOR,
  /** Works the cases, takes files in, and approves what needs a second person. */
  MANAGER,
  /** Reads everything within scope, changes nothing. */
  AUDITOR,
  /** Works the cases, takes files in, and looks after the people. */
  ADMINISTRATOR;

  /** The role as the database and the command line spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public boolean mayChange() {
    return this != AUDITOR;
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
}
