package io.duly.correspondence.template;

import static io.duly.correspondence.template.Variable.AGREEMENT;
import static io.duly.correspondence.template.Variable.DOCUMENTS;
import static io.duly.correspondence.template.Variable.INSTALMENT;
import static io.duly.correspondence.template.Variable.INSTALMENT_DUE;
import static io.duly.correspondence.template.Variable.NOTICES;
import static io.duly.correspondence.template.Variable.PAID_SO_FAR;
import static io.duly.correspondence.template.Variable.PAYMENT;
import static io.duly.correspondence.template.Variable.RECEIVED;
import static io.duly.correspondence.template.Variable.SIGNATURE;
import static io.duly.correspondence.template.Variable.STATEMENT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a message is for. Policies name some of them in {@code template:}. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of and Set.of
public enum Kind {
  COURTESY_NOTE(0, List.of(STATEMENT, PAYMENT, SIGNATURE)),
  FIRST_REMINDER(7, Needs.OF_A_DEMAND),
  SECOND_REMINDER(7, Needs.OF_A_DEMAND),
  FORMAL_DEMAND(10, Needs.OF_A_DEMAND),
  FINAL_DEMAND(14, Needs.OF_A_DEMAND),
  /** After breathing space: how are you, before anything else (P17). */
  GENTLE_RESTART(0, List.of(STATEMENT, PAYMENT, SIGNATURE)),
  THANK_YOU(0, List.of(SIGNATURE)),
  APOLOGY(0, List.of(SIGNATURE)),
  DOCUMENT_COPIES(0, List.of(DOCUMENTS, SIGNATURE), DOCUMENTS),
  RECAP(0, List.of(AGREEMENT, PAYMENT, SIGNATURE), AGREEMENT),
  /** The same where nobody said yes to it. */
  RECAP_AGAIN(0, List.of(AGREEMENT, SIGNATURE), AGREEMENT),
  /** A settlement was paid: nothing more is owed (P29). */
  RELEASE(0, List.of(RECEIVED, SIGNATURE), RECEIVED, Variable.RECEIVED_ON),
  PAYMENT_RECEIVED(0, List.of(RECEIVED, STATEMENT, SIGNATURE), RECEIVED, Variable.RECEIVED_ON),
  PLAN_REMINDER(0, List.of(INSTALMENT, INSTALMENT_DUE, PAYMENT, SIGNATURE), INSTALMENT, INSTALMENT_DUE, AGREEMENT),
  MISSED_INSTALMENT(7, List.of(INSTALMENT, INSTALMENT_DUE, PAYMENT, SIGNATURE), INSTALMENT, INSTALMENT_DUE, AGREEMENT),
  CALL_BACK_OFFER(0, List.of(SIGNATURE), Variable.CALL_ON),
  /** Asks who the right person is and how to reach them; whoever opens it learns of no debt (P10). */
  CONTACT_REQUEST(0, List.of(SIGNATURE)),
  /** What to say on the phone; it is read by the collector and never sent. */
  CALL(0, List.of(), PAID_SO_FAR),
  /** What a person writes by hand for one message; there is no template of it. */
  OWN_WORDS(0, List.of());

  private static final Set<Variable> SPECIAL =
      Set.of(DOCUMENTS, AGREEMENT, RECEIVED, Variable.RECEIVED_ON, INSTALMENT, INSTALMENT_DUE, Variable.CALL_ON);

  private final int daysToPay;
  private final List<Variable> mandatory;
  private final Set<Variable> own;

  Kind(int daysToPay, List<Variable> mandatory, Variable... own) {
    this.daysToPay = daysToPay;
    this.mandatory = mandatory;
    this.own = Set.of(own);
  }

  /** Those that there are templates of. */
  public static List<Kind> ofTemplates() {
    return Arrays.stream(values()).filter(kind -> kind != OWN_WORDS).toList();
  }

  /** As policies, files and commands name it: {@code first-reminder}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name. */
  public static Optional<Kind> of(String word) {
    return ofTemplates().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The days that it leaves for paying; 0 where it sets none. */
  public int daysToPay() {
    return daysToPay;
  }

  /** It asks for money that is overdue. */
  public boolean isDemand() {
    return mandatory.equals(Needs.OF_A_DEMAND);
  }

  /** What can stand in a template of this kind. */
  public List<Variable> variables() {
    return Arrays.stream(Variable.values()).filter(this::allows).toList();
  }

  public List<Variable> mandatory() {
    return mandatory;
  }

  /** Whether there is a value for it in a message of this kind. */
  boolean allows(Variable variable) {
    return (!SPECIAL.contains(variable) || own.contains(variable)) && !(isForStrangers() && tells(variable));
  }

  /** It may be opened by somebody whom the debt is no business of. */
  public boolean isForStrangers() {
    return this == CONTACT_REQUEST;
  }

  private static boolean tells(Variable variable) {
    return variable == Variable.PAY_BY || variable.tellsOfTheDebt() && variable != SIGNATURE;
  }

  /** What must stand in several kinds. */
  private static final class Needs {
    private static final List<Variable> OF_A_DEMAND = List.of(STATEMENT, PAID_SO_FAR, PAYMENT, NOTICES, SIGNATURE);
  }
}
