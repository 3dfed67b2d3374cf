package io.duly.cli;

import io.duly.identity.CompanySettings;
import io.duly.identity.CompanySignIns;
import io.duly.identity.Person;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly person company}: whom the company's own sign-in means by a subject. */
@Command(name = "company", description = "Says by which subject the company's own sign-in knows a person, or takes it back.")
final class PersonCompanyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LOGIN", description = "The person's login.")
  private String login;

  @ArgGroup(multiplicity = "1")
  private Said said = new Said();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Either of them. */
  static final class Said {
    @Option(names = "--subject", required = true, description = "What the company's sign-in calls the person (the claim sub).")
    private @Nullable String subject;

    @Option(names = "--off", required = true, description = "It means them no more.")
    private boolean off;
  }

  /** @param linked whether the company's sign-in knows the person by a subject now */
  record Answer(String login, boolean linked) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var answer = done(application, NamedPeople.of(application, login));
      spec.commandLine().getOut().println(json ? Json.of(answer) : answer.login() + (answer.linked() ? " is known by that subject." : " is known by no subject any more."));
      return ExitCode.DONE;
    }
  }

  private Answer done(Facades application, Person person) {
    var companies = application.the(CompanySignIns.class);
    if (said.off || said.subject == null) {
      takeBack(companies, person);
    } else {
      link(application, companies, person, said.subject);
    }
    return new Answer(person.login(), !said.off);
  }

  private static void takeBack(CompanySignIns companies, Person person) {
    if (!companies.unlink(person.id(), NamedPeople.typing())) {
      throw new CannotDo(person.login() + " is not known by a subject.");
    }
  }

  private static void link(Facades application, CompanySignIns companies, Person person, String subject) {
    if (!application.the(CompanySettings.class).isOn()) {
      throw new CannotDo("No sign-in of a company is configured: set DULY_COMPANY_ISSUER, DULY_COMPANY_CLIENT_ID and DULY_COMPANY_CLIENT_SECRET.");
    }
    if (!companies.link(person, subject, NamedPeople.typing())) {
      throw new CannotDo("The company means somebody else by that subject, or " + person.login() + " by another: take that back first with --off.");
    }
  }
}
