package io.duly.cli;

import io.duly.identity.ApiToken;
import io.duly.identity.ApiTokens;
import io.duly.identity.CannotMakeToken;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly token}: what programs are known by at the API. */
@Command(
    name = "token",
    description = "The tokens by which programs use the API in a person's name.",
    subcommands = {TokenCommand.Add.class, TokenCommand.ListAll.class, TokenCommand.End.class})
final class TokenCommand {

  @Command(name = "add", description = "Makes a token and prints it, this once.")
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "In whose name.")
    private String login;

    @Option(names = "--name", required = true, description = "What will use it.")
    private String name;

    @Option(names = "--scope", required = true, split = ",", description = "What it may be used for, as in read,notes; one or more of: ${COMPLETION-CANDIDATES}.")
    private Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);

    @Option(names = "--creditor", description = "Limited to a creditor; may be given again. Default: all that the person sees.")
    private List<String> creditors = List.of();

    @Option(names = "--days", description = "How long it lasts. Default: 90.")
    private int days = (int) ApiTokens.USUAL.toDays();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var limited = NamedPeople.scope(application, creditors);
        var made = application.the(ApiTokens.class).make(NamedPeople.of(application, login), new ApiTokens.Wish(name, scopes, limited, Duration.ofDays(days)), NamedPeople.typing());
        var text = made.text() + "\nShown this once. Good until " + made.token().expiresAt().truncatedTo(ChronoUnit.SECONDS) + " for: " + made.token().scopeCodes() + ".";
        spec.commandLine().getOut().println(json ? Json.of(new New(made.text(), Line.of(made.token(), names(application)))) : text);
        return ExitCode.DONE;
      } catch (CannotMakeToken refused) {
        throw new CannotDo(String.valueOf(refused.getMessage()));
      }
    }
  }

  @Command(name = "list", description = "Lists the tokens that are good.")
  static final class ListAll implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "Whose.")
    private String login;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var names = names(application);
        var tokens = application.the(ApiTokens.class).of(NamedPeople.of(application, login).id()).stream().map(one -> Line.of(one, names)).toList();
        var out = spec.commandLine().getOut();
        if (json) {
          out.println(Json.of(new Lines(login, tokens)));
        } else {
          var table = new TextTable("Id", "Ends in", "For", "Good until", "Last used", "Name");
          tokens.forEach(one -> table.row(one.id(), one.hint(), String.join(",", one.scopes()), one.expiresAt().toString(), one.lastUsed().map(Instant::toString).orElse("never"), one.name()));
          table.lines().forEach(out::println);
        }
        return ExitCode.DONE;
      }
    }
  }

  @Command(name = "end", description = "Ends a token: what uses it is let in no longer.")
  static final class End implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "Whose.")
    private String login;

    @Parameters(paramLabel = "ID", description = "The token's id, from ./duly token list.")
    private UUID id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        if (!application.the(ApiTokens.class).end(NamedPeople.of(application, login).id(), id, NamedPeople.typing())) {
          throw new CannotDo("There is no such token of " + login + "; ./duly token list " + login + " shows those that are good.");
        }
        spec.commandLine().getOut().println(json ? Json.of(Map.of("ended", id.toString())) : "The token is over.");
        return ExitCode.DONE;
      }
    }
  }

  record Lines(String login, List<Line> tokens) {}

  /** @param token its text, shown this once */
  record New(String token, Line about) {}

  record Line(String id, String name, String hint, List<String> scopes, Optional<List<String>> creditors, Instant madeAt, Instant expiresAt, Optional<Instant> lastUsed) {
    static Line of(ApiToken one, Map<CreditorId, String> names) {
      return new Line(
          one.id().toString(), one.name(), one.hint(), one.scopes().stream().map(TokenScope::code).toList(),
          one.creditors().map(all -> all.stream().map(id -> names.getOrDefault(id, id.toString())).toList()), one.madeAt(),
          one.expiresAt().truncatedTo(ChronoUnit.SECONDS), one.lastUsed());
    }
  }

  private static Map<CreditorId, String> names(Facades application) {
    return application.the(Parties.class).creditors(application.the(DSLContext.class)).stream().collect(Collectors.toMap(Creditor::id, Creditor::name));
  }
}
