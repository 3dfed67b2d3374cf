package io.duly.identifiers;

/** Numbers in registers of companies and of places of business. */
public final class RegisterNumber {
  private RegisterNumber() {}

  /**
   * By the register's rules, where they are known here; of others nothing is known to be wrong.
   *
   * @param scheme a code of ISO 6523 such as {@code 0192}, or a name such as {@code FR SIREN}
   */
  public static Checked check(String scheme, String text) {
    return RegisterScheme.of(scheme).map(register -> register.check(text)).orElseGet(() -> Checked.good(Bare.of(text)));
  }

  /** Its rules are known here. */
  public static boolean knows(String scheme) {
    return RegisterScheme.of(scheme).isPresent();
  }
}
