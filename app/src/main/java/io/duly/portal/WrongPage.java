package io.duly.portal;

import io.duly.cases.CannotRecord;
import io.duly.cases.Disputes;
import io.duly.cases.Papers;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.TypedAmount;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** "Something is wrong" with an invoice. What is contested is neither chased nor charged from that moment on. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d/invoices/{id}/wrong")
class WrongPage {
  /** What a debtor chooses from; the rest of the taxonomy is no mistake of an invoice. */
  public static final List<ReasonCategory> REASONS =
      List.of(
          ReasonCategory.GOODS_MISSING, ReasonCategory.GOODS_DEFECTIVE, ReasonCategory.PRICE_WRONG, ReasonCategory.DUPLICATE, ReasonCategory.NOT_ORDERED,
          ReasonCategory.ALREADY_PAID, ReasonCategory.OTHER);

  private static final int LONGEST_NAME = 60;
  private static final int MOST_NAMED = 10;

  /** Bank days in which we answer. */
  private static final int TO_ANSWER = 10;

  private final GuestPages pages;
  private final Telling telling;
  private final Disputes disputes;
  private final Reasons reasons;
  private final Papers papers;

  WrongPage(GuestPages pages, Telling telling, Disputes disputes, Reasons reasons, Papers papers) {
    this.pages = pages;
    this.telling = telling;
    this.disputes = disputes;
    this.reasons = reasons;
    this.papers = papers;
  }

  /** @param lines positions on the invoice; none: it is about all of it, or the amount that was typed */
  private record Said(ReasonCategory reason, String amount, String words, Set<Integer> lines, Optional<Paper> paper) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Paper(String name, byte[] bytes) {}

  @GetMapping
  ResponseEntity<byte[]> form(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @PathVariable UUID id) {
    return form(request, visit, id, new Typed("", "", Set.of()), "");
  }

  private record Typed(String amount, String words, Set<Integer> lines) {}

  private ResponseEntity<byte[]> form(HttpServletRequest request, Visit visit, UUID id, Typed typed, String wrong) {
    var home = telling.home(visit);
    return home.invoice(id)
        .map(invoice -> pages.show(
            wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, pages.guest(request, visit.language(), home.country(), true), "wrong",
            Map.of(
                "invoice", invoice, "amount", typed.amount(), "words", typed.words(), "wrong", wrong, "reasons", REASONS.stream().map(WrongPage::word).toList(), "lines", telling.lines(visit, invoice),
                "chosen", typed.lines())))
        .orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
  }

  @PostMapping
  ResponseEntity<byte[]> tell(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String amount, @RequestParam(defaultValue = "") String words, @RequestParam(name = "line", defaultValue = "") Set<String> line,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    var why = REASONS.stream().filter(one -> word(one).equals(reason)).findFirst().orElse(ReasonCategory.OTHER);
    var lines = line.stream().filter(one -> one.matches("[0-9]{1,4}")).map(Integer::valueOf).collect(Collectors.toSet());
    var typed = new Typed(amount, words, lines);
    if (words.isBlank()) {
      return form(request, visit, id, typed, "wrong.words-missing");
    }
    var said = new Said(why, amount, words.strip().substring(0, Math.min(words.strip().length(), 2000)), lines, paper(file));
    try {
      var due = telling.tell(request, visit, (tx, home, by) -> home.invoice(id).filter(one -> one.open().isPositive()).flatMap(invoice -> open(tx, visit, home, invoice, said, by)));
      return due.map(day -> DoorPages.to("/d?told=wrong&by=" + day)).orElseGet(() -> form(request, visit, id, typed, "wrong.amount"));
    } catch (CannotRecord cannot) {
      return form(request, visit, id, typed, "wrong.cannot");
    }
  }

  /** What is contested already stays as it was said first; a paper that comes later is filed. @return by when we answer */
  private Optional<LocalDate> open(DSLContext tx, Visit visit, Home home, Owing invoice, Said said, Recorded by) {
    var there = disputes.openOf(tx, new InvoiceId(invoice.id()));
    if (there.isPresent()) {
      return there.map(one -> one.answerDueOn());
    }
    var recovery = home.accounts().stream().filter(account -> account.invoices().contains(invoice) && account.isOpen()).flatMap(account -> account.recovery().stream()).findFirst();
    var lines = InvoiceLine.of(tx, invoice.id(), invoice.gross()).stream().filter(one -> said.lines().contains(one.position())).toList();
    return contested(visit, home, invoice, said.amount(), lines).map(amount -> {
      var words = words(lines, said.words());
      var days = telling.nextDays(home, by.on(), TO_ANSWER);
      var due = days.getLast();
      recovery.ifPresent(id -> {
        said.paper().ifPresent(paper -> papers.file(tx, id, Optional.empty(), paper.name(), paper.bytes(), by));
        // Nobody of us has heard it yet: somebody reads it on the next day, whenever the answer is due.
        reasons.record(tx, id, said.reason(), words, Optional.empty(), days.getFirst(), by);
      });
      disputes.open(tx, new InvoiceId(invoice.id()), amount, words, due, by);
      return due;
    });
  }

  /** Which lines, then what is said of them. */
  private static String words(List<InvoiceLine> lines, String words) {
    var named = lines.stream().map(one -> one.position() + " (" + one.text().substring(0, Math.min(one.text().length(), LONGEST_NAME)) + ")").limit(MOST_NAMED).collect(Collectors.joining(", "));
    return named.isEmpty() ? words : "Line " + named + ": " + words;
  }

  /** Where no amount is typed: what the lines cost that were chosen, else all that is open. */
  private static Optional<Money> contested(Visit visit, Home home, Owing invoice, String typed, List<InvoiceLine> lines) {
    if (typed.isBlank()) {
      return Optional.of(lines.stream().map(InvoiceLine::share).reduce(Money::plus).map(sum -> sum.min(invoice.open())).orElse(invoice.open()));
    }
    var locale = Guest.of(visit.language(), home.country(), "", true, () -> "", "").forms().locale();
    return TypedAmount.of(typed, invoice.open().currency(), locale).filter(amount -> amount.isPositive() && amount.compareTo(invoice.open()) <= 0);
  }

  private static Optional<Paper> paper(@Nullable MultipartFile file) throws IOException {
    return file == null || file.isEmpty() ? Optional.empty() : Optional.of(new Paper(String.valueOf(file.getOriginalFilename()), file.getInputStream().readNBytes(GuestUploads.MOST_BYTES + 1)));
  }

  static String word(ReasonCategory reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
