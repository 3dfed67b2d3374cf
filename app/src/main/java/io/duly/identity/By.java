package io.duly.identity;

/**
 * Who does something to a person's right to sign in.
 *
 * @param actor {@code person:login}, {@code shell:user} at the command line, {@code company:name} for a company's own sign-in, or {@code duly} for the system itself
 * @param address where from; empty at the command line
 */
public record By(String actor, String address) {
  /** The system itself. */
  public static final By DULY = new By("duly", "");

  public static By shell(String user) {
    return new By("shell:" + user, "");
  }

  /** A company's own sign-in, which says who has which role. */
  public static By company(String name, String address) {
    return new By("company:" + name, address);
  }

  public static By person(Person person, String address) {
    return new By(person.actor(), address);
  }
}
