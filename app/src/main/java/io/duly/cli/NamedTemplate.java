package io.duly.cli;

import io.duly.correspondence.template.Kind;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.wording.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The template that a command is about. */
final class NamedTemplate {
  @Parameters(index = "0", paramLabel = "KIND", description = "What the message is for, as first-reminder; ./duly template list shows them.")
  private String kind;

  @Option(names = "--language", paramLabel = "LANGUAGE", description = "en, de, fr, nl or es.")
  private Optional<String> language = Optional.empty();

  @Option(names = "--creditor", paramLabel = "NAME", description = "Whose own version.")
  private Optional<String> creditor = Optional.empty();

  /** @throws CannotDo where there is no such kind */
  Kind kind() {
    return Kind.of(kind).orElseThrow(() ->
        new CannotDo("There is no template \"" + kind + "\"; there are "
            + Kind.ofTemplates().stream().map(Kind::word).collect(Collectors.joining(", ")) + "."));
  }

  /** @throws CannotDo where the language is not one of the five */
  Optional<Language> language() {
    return language.map(tag -> Language.of(tag).orElseThrow(() ->
        new CannotDo("There are no templates in '" + tag + "'; choose en, de, fr, nl or es.")));
  }

  /** @throws CannotDo where there is no creditor of that name */
  Optional<Creditor> creditor(Facades application, DSLContext tx) {
    return creditor.map(name -> application.the(Parties.class).findCreditor(tx, name)
        .orElseThrow(() -> new CannotDo("There is no creditor \"" + name + "\".")));
  }
}
