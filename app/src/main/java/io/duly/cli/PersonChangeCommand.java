package io.duly.cli;

import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.Person;
import io.duly.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly person change}: another role, other creditors, shut out or let in; whoever it is has to sign in again. */
@Command(name = "change", description = "Gives a person another role or other creditors, shuts them out or lets them in again. Their sessions end.")
final class PersonChangeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LOGIN", description = "The person's login.")
  private String login;

  @Option(names = "--role", description = "One of: ${COMPLETION-CANDIDATES}.")
  private @Nullable Role role;

  @ArgGroup private @Nullable Sight sight;

  @ArgGroup private @Nullable Door door;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Whose data the person sees from now on. */
  static final class Sight {
    @Option(names = "--creditor", required = true, description = "Whose data the person may see; may be given again. No others' from now on.")
    private List<String> creditors = List.of();

    @Option(names = "--every-creditor", required = true, description = "The person sees every creditor's data.")
    private boolean every;
  }

  /** Whether the person gets in. */
  static final class Door {
    @Option(names = "--shut-out", required = true, description = "The person cannot sign in any more.")
    private boolean shut;

    @Option(names = "--let-in", required = true, description = "The person can sign in again, as before.")
    private boolean open;
  }

  /**
   * @param creditors how many the person sees; null for every one
   * @param shutOut whether they cannot sign in
   */
  record Answer(String login, String role, @Nullable Integer creditors, boolean shutOut) {}

  @Override
  public Integer call() {
    if (role == null && sight == null && door == null) {
      throw new ParameterException(spec.commandLine(), "Say what is to change: --role, --creditor, --every-creditor, --shut-out or --let-in.");
    }
    try (var application = Opened.application()) {
      new TransactionTemplate(application.the(PlatformTransactionManager.class)).executeWithoutResult(_ -> change(application, NamedPeople.typing()));
      var answer = answer(application);
      spec.commandLine().getOut().println(json ? Json.of(answer) : said(answer));
      return ExitCode.DONE;
    } catch (Administration.LastAdministrator | Administration.ClientWithoutCreditors refused) {
      throw new CannotDo(refused);
    }
  }

  /** All or nothing; creditors before the role, for a client needs some. */
  private void change(Facades application, By by) {
    var administration = application.the(Administration.class);
    if (sight != null) {
      var names = sight.every ? List.<String>of() : sight.creditors;
      administration.scope(person(application), NamedPeople.scope(application, names), sight.every ? "*" : String.join(", ", names), by);
    }
    if (role != null) {
      administration.role(person(application), role, by);
    }
    if (door != null && door.shut) {
      administration.shutOut(person(application), by);
    }
    if (door != null && door.open) {
      administration.letIn(person(application), by);
    }
  }

  private Person person(Facades application) {
    return NamedPeople.of(application, login);
  }

  private Answer answer(Facades application) {
    var standing =
        application.the(Administration.class).everybody().stream().filter(one -> one.person().id().equals(person(application).id())).findFirst().orElseThrow();
    var person = standing.person();
    return new Answer(person.login(), person.role().code(), person.creditors().map(List::size).orElse(null), standing.shutOut());
  }

  private static String said(Answer answer) {
    var sees = Optional.ofNullable(answer.creditors()).map(some -> some + (some == 1 ? " creditor" : " creditors")).orElse("every creditor");
    return "%s: %s, sees %s%s.".formatted(answer.login(), answer.role(), sees, answer.shutOut() ? ", shut out" : "");
  }
}
