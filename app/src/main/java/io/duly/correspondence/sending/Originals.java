package io.duly.correspondence.sending;

import io.duly.strategy.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The archived originals of invoices, as far as they can go with a message: PDF, and the XML of electronic invoices. What a
 * file is, its bytes say, never its name.
 *
 * @param files in the order of the invoices
 * @param missing invoices of which no copy can go, by number
 */
record Originals(List<Attached> files, List<String> missing) {
  /** Mailboxes seldom take more than 20 MB, and base64 makes four thirds of it. */
  private static final int MOST_BYTES = 12_000_000;

  private static final int MOST_FILES = 50;
  private static final int HEAD = 4000;
  private static final String DOCUMENTS =
      """
      select i.number, d.bytes from unnest(?::uuid[]) with ordinality n (id, nth) join ledger.invoice i on i.id = n.id
        left join (select e.invoice_id, e.original as hash, 0 as rank from einvoice.e_invoice e
            union all select e.invoice_id, a.archived, a.position from einvoice.attachment a join einvoice.e_invoice e on e.id = a.document_id
              where a.archived is not null) o on o.invoice_id = i.id
        left join journal.document d on d.sha256 = o.hash and length(d.bytes) <= %d
       order by n.nth, o.rank
      """
          .formatted(MOST_BYTES);
  /** What an electronic invoice begins with, behind comments; a page or a picture begins otherwise. */
  private static final Pattern INVOICE =
      Pattern.compile("\\A\\uFEFF?\\s*(<\\?xml[^>]*\\?>\\s*)?(<!--.*?-->\\s*)*<([A-Za-z0-9]+:)?(Invoice|CreditNote|CrossIndustryInvoice|CrossIndustryDocument)[\\s>]", Pattern.DOTALL);

  Originals {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  /** @param channel a letter takes PDF only, for XML cannot be read on paper */
  static Originals of(DSLContext tx, List<UUID> invoices, Channel channel) {
    var files = new ArrayList<Attached>();
    var missing = new ArrayList<String>();
    var brought = new HashSet<String>();
    int bytes = 0;
    for (var row : tx.fetch(DOCUMENTS, (Object) invoices.toArray(UUID[]::new))) {
      var number = row.get("number", String.class);
      var kind = kind(row, channel);
      int size = kind.isEmpty() ? 0 : row.get("bytes", byte[].class).length;
      if (!kind.isEmpty() && bytes + size <= MOST_BYTES && files.size() < MOST_FILES) {
        bytes += size;
        brought.add(number);
        files.add(new Attached(name(files.size() + 1, number, kind), "application/" + kind, row.get("bytes", byte[].class)));
      } else if (!missing.contains(number)) {
        missing.add(number);
      }
    }
    missing.removeAll(brought);
    return new Originals(files, missing);
  }

  /** The same, with more. */
  Originals with(List<Attached> more) {
    return new Originals(Stream.concat(files.stream(), more.stream()).toList(), missing);
  }

  /** {@code pdf}, {@code xml}, or nothing where it is neither or is not there. */
  private static String kind(Record row, Channel channel) {
    var bytes = row.get("bytes", byte[].class);
    if (bytes == null || bytes.length == 0) {
      return "";
    }
    var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
    if (head.startsWith("%PDF-")) {
      return channel != Channel.LETTER || AddedPages.canBeRead(bytes) ? "pdf" : "";
    }
    return channel != Channel.LETTER && INVOICE.matcher(head).find() ? "xml" : "";
  }

  /** Letters, digits, dots and lines, and numbered: no two are alike and none means anything to a file system. */
  private static String name(int nth, String number, String kind) {
    var safe = number.replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
    return "%02d-%s.%s".formatted(nth, safe.substring(0, Math.min(safe.length(), 60)), kind).toLowerCase(Locale.ROOT);
  }
}
