package io.duly.correspondence.provider;

/** By what a provider knows us. Never written down. */
public record Secrets(String user, String password, String token) {
  @Override
  public String toString() {
    return "secrets";
  }
}
