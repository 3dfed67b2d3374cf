package io.duly.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks, read from the SQL files beside this class: each begins with a line {@code -- I3 its-id: What must hold}. */
final class Checks {
  private static final List<String> FILES =
      List.of(
          "I01-money",
          "I02-postings",
          "I02-einvoices",
          "I02-corrections",
          "I03-contacts",
          "I04-messages",
          "I04-sending",
          "I04-bank",
          "I04-matching",
          "I04-payments",
          "I04-debits",
          "I05-next-actions",
          "I05-calls",
          "I05-plans",
          "I06-steps",
          "I08-journal",
          "I08-webhooks",
          "I08-house-mail",
          "I09-charges",
          "I10-set-aside",
          "I11-business-dates",
          "I12-holds",
          "I12-disputes",
          "I12-hardship",
          "I12-replies",
          "I13-scope",
          "I14-history");
  private static final Pattern HEADING = Pattern.compile("^-- (I\\d+) ([a-z-]+): (.+)$", Pattern.MULTILINE);

  private Checks() {}

  static List<Check> all() {
    return FILES.stream().flatMap(Checks::read).toList();
  }

  private static Stream<Check> read(String file) {
    var text = text(file + ".sql");
    var checks = new ArrayList<Check>();
    var heading = HEADING.matcher(text);
    boolean more = heading.find();
    while (more) {
      var found = heading.toMatchResult();
      more = heading.find();
      var sql = text.substring(found.end(), more ? heading.start() : text.length()).strip();
      checks.add(new Check(found.group(2), found.group(1), found.group(3), sql));
    }
    return checks.stream();
  }

  private static String text(String file) {
    try (@Nullable InputStream in = Checks.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + Checks.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
