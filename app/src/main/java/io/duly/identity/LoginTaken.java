package io.duly.identity;

/** Somebody has the login already. */
public final class LoginTaken extends RuntimeException {
  LoginTaken(String login) {
    super("There is a person with the login “" + login + "” already.");
  }
}
