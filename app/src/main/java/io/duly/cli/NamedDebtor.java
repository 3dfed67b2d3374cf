package io.duly.cli;

import io.duly.parties.DebtorNames;
import io.duly.parties.FoundDebtor;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The debtor that a command is about. */
final class NamedDebtor {
  @Parameters(index = "0", paramLabel = "DEBTOR", description = "The creditor's number for the debtor, the name, or the id.")
  private String named;

  @Option(names = "--creditor", description = "Whose debtor, where several have one of that number or name.")
  private @Nullable String creditor;

  /** @throws CannotDo where there is none, or several */
  FoundDebtor in(Opened application, DSLContext tx) {
    return one(all(application, tx, named, creditor));
  }

  static List<FoundDebtor> all(Opened application, DSLContext tx, String named, @Nullable String creditor) {
    return application.the(DebtorNames.class).find(tx, named).stream()
        .filter(each -> creditor == null || each.creditor().equals(creditor))
        .toList();
  }

  static FoundDebtor one(List<FoundDebtor> found) {
    return switch (found.size()) {
      case 0 -> throw new CannotDo("There is no debtor with this number, name or id; ./duly case list shows names.");
      case 1 -> found.getFirst();
      default ->
          throw new CannotDo(
              "Several debtors are called so; name one by its id: "
                  + found.stream().map(each -> each.id() + " (" + each.creditor() + ")").collect(Collectors.joining(", ")));
    };
  }
}
