package io.duly.portal;

import io.duly.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the debtor sees: what is paid, what is open, how to pay, and what they can tell us. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d")
class HomePage {
  private static final String INERT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  /** A browser's own viewer of PDFs does not work in a sandbox. */
  private static final String VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final GuestPages pages;
  private final Debtors debtors;
  private final Homes homes;
  private final Visits visits;

  HomePage(GuestPages pages, Debtors debtors, Homes homes, Visits visits) {
    this.pages = pages;
    this.debtors = debtors;
    this.homes = homes;
    this.visits = visits;
  }

  @GetMapping
  ResponseEntity<byte[]> home(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String told, @RequestParam(defaultValue = "") String by) {
    var home = debtors.reading(visit, theirs -> homes.of(theirs, visit));
    var guest = pages.guest(request, visit.language(), home.country(), true);
    return pages.show(
        HttpStatus.OK, guest, "home", Map.of("home", home, "told", Thing.of(told).map(thing -> said(guest, thing, by)).orElse("")));
  }

  @GetMapping("/invoices/{id}/document")
  ResponseEntity<byte[]> document(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @PathVariable UUID id) {
    return debtors.reading(visit, theirs -> InvoiceFiles.of(theirs, visit, id)).map(HomePage::handed).orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
  }

  @PostMapping("/language")
  ResponseEntity<byte[]> speak(HttpServletRequest request, @RequestParam String in) {
    Language.of(in).ifPresent(language -> GuestCookie.of(request).ifPresent(secret -> visits.speak(secret, language)));
    return DoorPages.to("/d");
  }

  private static ResponseEntity<byte[]> handed(InvoiceFiles.File file) {
    var how = (file.isPdf() ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(file.isPdf() ? "invoice.pdf" : "invoice.xml").build();
    return ResponseEntity.ok()
        .contentType(file.isPdf() ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
        .header("Content-Security-Policy", file.isPdf() ? VIEWED : INERT)
        .header("X-Content-Type-Options", "nosniff")
        .body(file.bytes());
  }

  /** What happens next and when. */
  private static String said(Guest guest, Thing thing, String by) {
    try {
      return switch (thing) {
        case CALL -> guest.say("told.call", guest.weekday(LocalDateTime.parse(by).toLocalDate()), by.substring(by.indexOf('T') + 1));
        case WRONG, HARDSHIP, ASKED -> guest.say("told." + thing.word(), guest.day(LocalDate.parse(by)));
        default -> guest.say("told." + thing.word());
      };
    } catch (DateTimeParseException none) {
      return "";
    }
  }

  /** What was just told, for the page that says what happens next. */
  enum Thing {
    SENT,
    CALL,
    WRONG,
    WISHES,
    HARDSHIP,
    AGREED,
    PLAN,
    ASKED,
    /** They come back from where they pay. */
    PAYING,
    /** Nobody can pay online now. */
    LATER,
    LARGE;

    static Optional<Thing> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
