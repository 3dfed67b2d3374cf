package io.duly.intake.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * A list of debtors and a list of their open invoices, the same for the same numbers: spread over the debtors without
 * order as an accounting program prints them; one in thirty in a second currency, one in twenty paid in part.
 */
public final class GeneratedFiles {
  private static final String[] COUNTRIES = {"DE", "FR", "NL", "ES", "GB"};
  private static final String[] LANGUAGES = {"de", "fr", "nl", "es", "en"};
  private static final String[] NAMES = {"Müller Bau GmbH", "Établissements Lefèvre", "Van Dijk, Logistiek B.V.", "Muñoz e Hijos S.L.", "Smith & Co Ltd"};
  private static final String[] KINDS = {"company", "company", "sole_trader", "consumer"};
  private static final int DAYS_BACK = 130;

  private final Path folder;
  private final LocalDate day;
  private final String prefix;

  /**
   * @param day the newest invoices are of this day
   * @param prefix begins each number, so that two pairs of files hold different ones
   */
  public GeneratedFiles(Path folder, LocalDate day, String prefix) {
    this.folder = folder;
    this.day = day;
    this.prefix = prefix;
  }

  public Path debtors(int count) throws IOException {
    var file = folder.resolve(prefix + "debtors.csv");
    var random = new Random(count);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("debtor_id,name,street,postal_code,city,country,language,email,kind\n");
      for (int n = 0; n < count; n++) {
        debtor(out, n, random);
      }
    }
    return file;
  }

  private void debtor(BufferedWriter out, int n, Random random) throws IOException {
    int country = random.nextInt(COUNTRIES.length);
    cells(out, debtor(n), '"' + NAMES[country] + ' ' + n + '"', "Road " + n % 200, String.valueOf(10_000 + n % 80_000), "Town " + n % 997,
        COUNTRIES[country], LANGUAGES[country], "d" + n + "@example.org", KINDS[random.nextInt(KINDS.length)]);
  }

  public Path invoices(int count, int debtors) throws IOException {
    var file = folder.resolve(prefix + "invoices.csv");
    var random = new Random(count);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("invoice_id,number,debtor_id,issue_date,due_date,currency,amount,open_amount\n");
      for (int n = 0; n < count; n++) {
        invoice(out, n, n < debtors ? n : random.nextInt(debtors), random);
      }
    }
    return file;
  }

  private void invoice(BufferedWriter out, int n, int debtor, Random random) throws IOException {
    var issued = day.minusDays(random.nextInt(DAYS_BACK));
    long cents = 1_000L + random.nextInt(500_000);
    long open = random.nextInt(20) == 0 ? cents - cents / 3 : cents;
    cells(out, String.valueOf(n + 1), prefix + "R" + (100_000_000 + n), debtor(debtor), issued.toString(), issued.plusDays(30).toString(),
        random.nextInt(30) == 0 ? "USD" : "EUR", major(cents), major(open));
  }

  private String debtor(int n) {
    return prefix + "K" + (100_000 + n);
  }

  private static String major(long cents) {
    long rest = cents % 100;
    return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
  }

  private static void cells(BufferedWriter out, String... cells) throws IOException {
    out.write(String.join(",", cells));
    out.write('\n');
  }
}
