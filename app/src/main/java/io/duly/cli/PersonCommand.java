package io.duly.cli;

import io.duly.identity.Links;
import io.duly.identity.LoginTaken;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.Role;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly person}: who may sign in at the desk. */
@Command(
    name = "person",
    description = "The people who may sign in.",
    subcommands = {PersonCommand.Add.class, PersonCommand.Password.class, PersonCommand.ListAll.class, PersonChangeCommand.class, PersonSecondStepCommand.class, PersonCompanyCommand.class})
final class PersonCommand {

  @Command(name = "add", description = "Adds a person and prints the link by which they choose their password, this once.")
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "The name to sign in with.")
    private String login;

    @Option(names = "--name", required = true, description = "The person's name.")
    private String name;

    @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private Role role;

    @Option(names = "--creditor", description = "Whose data the person may see; may be given again. Default: every creditor's.")
    private List<String> creditors = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var scope = NamedPeople.scope(application, creditors);
        print(spec, application, application.the(Links.class).admit(login, name, role, scope, NamedPeople.typing()), json);
        return ExitCode.DONE;
      } catch (LoginTaken taken) {
        throw new CannotDo(taken.getMessage() + " ./duly person password gives that person a new link.");
      }
    }
  }

  @Command(name = "password", description = "Gives a person a new link to choose a password by, and prints it, this once.")
  static final class Password implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "The person's login.")
    private String login;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var person = NamedPeople.of(application, login);
        print(spec, application, application.the(Links.class).make(person, NamedPeople.typing()), json);
        return ExitCode.DONE;
      }
    }
  }

  @Command(name = "list", description = "Lists the people.")
  static final class ListAll implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var people = application.the(People.class).all().stream().map(Line::of).toList();
        var out = spec.commandLine().getOut();
        if (json) {
          out.println(Json.of(new Lines(people)));
        } else {
          var table = new TextTable("Login", "Role", "Sees", "Name");
          people.forEach(one -> table.row(one.login(), one.role(), one.sees(), one.name()));
          table.lines().forEach(out::println);
        }
        return ExitCode.DONE;
      }
    }

    record Lines(List<Line> people) {}

    record Line(String login, String name, String role, String sees) {
      static Line of(Person person) {
        var sees = person.creditors().map(own -> own.size() + " creditors").orElse("everything");
        return new Line(person.login(), person.name(), person.role().code(), sees);
      }
    }
  }

  /** @param expires when the link is good no longer, as {@code 2026-11-25T10:00:00Z} */
  record Answer(String login, String link, String expires) {}

  private static void print(CommandSpec spec, Facades application, Links.Link link, boolean json) {
    var answer =
        new Answer(link.person().login(), DeskAddress.of(application) + link.path(), link.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
    var text = "%s chooses a password at %s (shown this once; good once, until %s).".formatted(answer.login(), answer.link(), answer.expires());
    spec.commandLine().getOut().println(json ? Json.of(answer) : text);
  }
}
