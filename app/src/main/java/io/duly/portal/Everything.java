package io.duly.portal;

import io.duly.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a debtor, to take along: one file that programs read, and the messages, answers and invoices themselves. Read
 * under the debtor's own role. What colleagues noted for each other is not in it.
 */
@Component
final class Everything {
  /** Of files beside the list; what does not fit is in the list all the same. */
  private static final long MOST_BYTES = 40_000_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is listed, each by one question; a column that ends with {@code _minor} is an amount of the row's currency. */
  private static final Map<String, String> PARTS = parts();

  private static final String FILES =
      """
      select f.folder, f.at, f.name, d.bytes, d.media_type from (
        select 'sent-to-you' as folder, min(a.started_at) as at, m.channel || ' ' || m.step as name, a.document as hash
          from correspondence.attempt a join correspondence.message m on m.id = a.message_id group by m.id, m.channel, m.step, a.document
        union all select 'from-you', r.received_at, r.via, r.document from correspondence.reply r
        union all select 'invoices', i.issued_on::timestamptz, i.number, e.original from einvoice.e_invoice e join ledger.invoice i on i.id = e.invoice_id) f
        join journal.document d on d.sha256 = f.hash
       order by f.folder, f.at, f.name
      """;

  private static Map<String, String> parts() {
    var all = new LinkedHashMap<String, String>();
    all.put("you", "select name, external_id as customer_number, kind, street, postal_code, city, region, country, language, time_zone, email, phone from parties.debtor");
    all.put("people", "select name, role, email, phone, postal_address, array_to_string(refused_channels, ', ') as no_contact_by, wish from parties.contact_person order by name, id");
    all.put("invoices", """
        select i.number, i.currency, i.gross as amount_minor, i.issued_on, i.due_on, i.order_number, i.settled_on,
               i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint as open_minor from ledger.invoice i order by i.issued_on, i.number""");
    all.put("payments", """
        select i.number as invoice, p.currency, p.amount as amount_minor, p.kind, p.effective_on as day from ledger.posting p join ledger.invoice i on i.id = p.invoice_id
         order by p.effective_on, i.number, p.id""");
    all.put("charges", """
        select i.number as invoice, c.currency, c.amount as amount_minor, c.kind, c.from_day, c.to_day, c.statute, c.section, c.posted_on as day, c.cancelled_on
          from ledger.charge c left join ledger.invoice i on i.id = c.invoice_id order by c.posted_on, c.id""");
    all.put("contested", "select i.number as invoice, i.currency, x.amount as amount_minor, x.why, x.opened_on, x.closed_on, x.outcome from cases.dispute x join ledger.invoice i on i.id = x.invoice_id order by x.opened_on, x.id");
    all.put("promises", "select currency, amount as amount_minor, made_on, due_on, own_words, outcome from agreements.promise order by made_on, due_on, id");
    all.put("plans", """
        select p.currency, i.nth, i.due_on, i.amount as amount_minor, p.made_on, p.own_words, p.ended_on from agreements.plan p join agreements.instalment i on i.plan_id = p.id
         order by p.made_on, p.id, i.nth""");
    all.put("askedFor", "select told_on, array_to_string(days, ', ') as days, own_words, answer_by, outcome, answer, answered_on from agreements.counter_offer order by told_on, id");
    all.put("saidToBeSent", "select currency, amount as amount_minor, sent_on, way, own_words, told_on, outcome from agreements.payment_notice order by told_on, id");
    all.put("onlinePayments", "select currency, amount as amount_minor, made_on, state, paid_at, refunded as refunded_minor from payments.payment_link order by made_on, id");
    all.put("directDebitMandates", "select reference, scheme, holder, iban, signed_on, ended_on from agreements.mandate order by signed_on, id");
    all.put("directDebits", "select currency, amount as amount_minor, collect_on, withdrawn, returned_on from debits.collection order by collect_on, id");
    all.put("wishes", "select kind, channel, words, received_at, taken_back_at from correspondence.stated_wish order by received_at, id");
    all.put("hardship", """
        select s.since, s.until, s.ended_on, t.kind, t.words, t.consent_on, t.consent_how, t.withdrawn_on from hardship.space s left join hardship.telling t on t.space_id = s.id
         order by s.since, s.id""");
    all.put("messages", """
        select m.sent_on as day, m.channel, m.step as about, m.language, (select a.recipient from correspondence.attempt a where a.message_id = m.id order by a.started_at desc limit 1) as recipient
          from correspondence.message m order by m.sent_on, m.id""");
    all.put("answers", "select received_at, via, sender, subject from correspondence.reply order by received_at, id");
    return all;
  }

  /** @return a ZIP archive */
  byte[] of(DSLContext theirs) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      var left = files(theirs, zip);
      var about = new LinkedHashMap<String, Object>();
      PARTS.forEach((part, question) -> about.put(part, theirs.fetch(question).map(Everything::row)));
      about.put("tooLargeToBeInThisFile", left);
      put(zip, "about-you.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** @return the names of those that are too large */
  private static List<String> files(DSLContext theirs, ZipOutputStream zip) throws IOException {
    var left = new ArrayList<String>();
    long written = 0;
    int nth = 0;
    try (var files = theirs.fetchLazy(FILES)) {
      for (var file : files) {
        var content = file.get("bytes", byte[].class);
        var name = name(file, ++nth);
        if (written + content.length > MOST_BYTES) {
          left.add(name);
        } else {
          written += content.length;
          put(zip, name, content);
        }
      }
    }
    return left;
  }

  /** A name that every file system takes: it is made of what strangers wrote too. */
  private static String name(Record file, int nth) {
    var day = file.get("at", OffsetDateTime.class).toLocalDate();
    var plain = file.get("name", String.class).replaceAll("[^A-Za-z0-9-]+", "-");
    return file.get("folder", String.class) + "/" + day + "-" + "%03d".formatted(nth) + "-" + plain.substring(0, Math.min(plain.length(), 60)) + "." + ending(file.get("media_type", String.class));
  }

  private static String ending(String mediaType) {
    return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "message/rfc822" -> "eml";
      case "application/pdf" -> "pdf";
      case "application/xml", "text/xml" -> "xml";
      case "text/plain" -> "txt";
      default -> "bin";
    };
  }

  private static Map<String, Object> row(Record row) {
    var all = new LinkedHashMap<String, Object>();
    Arrays.stream(row.fields()).forEach(field -> value(row, field).ifPresent(value -> all.put(camel(field.getName().replaceFirst("_minor$", "")), value)));
    return all;
  }

  private static Optional<Object> value(Record row, Field<?> field) {
    var value = Optional.<Object>ofNullable(row.get(field));
    if (field.getName().endsWith("_minor")) {
      return value.map(_ -> Money.ofMinor(row.get(field.getName(), Long.class), row.get("currency", String.class).strip()).plain());
    }
    return value.map(Everything::plain);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Date day -> day.toLocalDate().toString();
      case Timestamp moment -> moment.toInstant().toString();
      case OffsetDateTime moment -> moment.toInstant().toString();
      case String text -> text.strip();
      default -> value;
    };
  }

  private static String camel(String name) {
    var words = name.split("_", -1);
    var camel = new StringBuilder(words[0]);
    for (int at = 1; at < words.length; at++) {
      camel.append(Character.toUpperCase(words[at].charAt(0))).append(words[at].substring(1));
    }
    return camel.toString();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
