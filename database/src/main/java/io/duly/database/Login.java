package io.duly.database;

/** How a role reaches a database. */
public record Login(String url, String user, String password) {
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
