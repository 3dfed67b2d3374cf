package io.duly.cli;

import io.duly.identity.By;
import io.duly.identity.Passkeys;
import io.duly.identity.Role;
import io.duly.identity.SecondFactors;
import io.duly.identity.SecondStepRule;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly person second-step}: who needs a second step of signing in, and taking it away from who cannot take it. */
@Command(name = "second-step", description = "Says which roles need a second step of signing in; takes it away from who lost phone and recovery codes.")
final class PersonSecondStepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LOGIN", arity = "0..1", description = "The person's login, with --off.")
  private @Nullable String login;

  @Option(names = "--off", description = "Take the person's second step away.")
  private boolean off;

  @Option(names = "--passkeys-off", description = "Take the person's passkeys away: for who lost them. The password lets them in then.")
  private boolean passkeysOff;

  @Option(names = "--require", paramLabel = "ROLE", description = "From now on the role needs one; who has none is signed out and sets it up.")
  private List<Role> required = List.of();

  @Option(names = "--not-required", paramLabel = "ROLE", description = "The role needs none any more.")
  private List<Role> notRequired = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** @param required roles that need it */
  record Answer(List<String> required) {}

  @Override
  public Integer call() {
    if ((login == null) == (off || passkeysOff)) {
      throw new ParameterException(spec.commandLine(), "Give a login together with --off or --passkeys-off, or none of them.");
    }
    try (var application = Opened.application()) {
      var rule = application.the(SecondStepRule.class);
      var by = NamedPeople.typing();
      required.forEach(role -> rule.require(role, by));
      notRequired.forEach(role -> rule.requireNoLonger(role, by));
      if (login != null) {
        turnOff(application, login, by);
      }
      var answer = new Answer(rule.required().stream().map(Role::code).sorted().toList());
      spec.commandLine().getOut().println(json ? Json.of(answer) : said(answer));
      return ExitCode.DONE;
    }
  }

  private void turnOff(Facades application, String login, By by) {
    var person = NamedPeople.of(application, login);
    if (passkeysOff && application.the(Passkeys.class).removeAll(person.id(), by) == 0) {
      throw new CannotDo(person.login() + " has no passkeys.");
    }
    if (off && !application.the(SecondFactors.class).remove(person.id(), by)) {
      throw new CannotDo(person.login() + " has no second step.");
    }
  }

  private static String said(Answer answer) {
    return answer.required().isEmpty() ? "No role needs a second step." : "These roles need a second step: " + String.join(", ", answer.required()) + ".";
  }
}
