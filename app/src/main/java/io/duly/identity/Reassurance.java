package io.duly.identity;

import org.springframework.stereotype.Component;

/** Asks who is signed in already to show once more who they are, before something that others should not do at their desk. */
@Component
public class Reassurance {
  private final SignIns signIns;
  private final SecondFactors factors;

  Reassurance(SignIns signIns, SecondFactors factors) {
    this.signIns = signIns;
    this.factors = factors;
  }

  /** Whether a code is asked for beside the password. */
  public boolean asksForACode(Person person) {
    return factors.isOn(person.id());
  }

  /**
   * Failures count as those of signing in do. Who has no password cannot show it.
   *
   * @param code of the authenticator, or a recovery code; looked at where there is one
   */
  public boolean isThem(Person person, String password, String code, String address) {
    return signIns.knows(person, password, address) && (!asksForACode(person) || factors.answer(person.id(), code.substring(0, Math.min(code.length(), Secret.LENGTH))) == SecondFactors.Answer.RIGHT);
  }
}
