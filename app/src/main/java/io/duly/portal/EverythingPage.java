package io.duly.portal;

import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** "Give me everything that you keep of me." That it was handed out is a line of the journal. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d/everything")
class EverythingPage {
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final GuestPages pages;
  private final Debtors debtors;
  private final Everything everything;
  private final Knocks knocks;
  private final CaseJournal cases;
  private final Today today;
  private final InstantSource clock;

  EverythingPage(GuestPages pages, Debtors debtors, Everything everything, Knocks knocks, CaseJournal cases, Today today, InstantSource clock) {
    this.pages = pages;
    this.debtors = debtors;
    this.everything = everything;
    this.knocks = knocks;
    this.cases = cases;
    this.today = today;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<byte[]> take(HttpServletRequest request, @AuthenticationPrincipal Visit visit) {
    return debtors.changing(visit, theirs -> Optional.of(everything.of(theirs)), (tx, bytes) -> {
      if (!knocks.maySay(tx, visit.debtor())) {
        return pages.mishap(request, HttpStatus.TOO_MANY_REQUESTS);
      }
      knocks.said(tx, request.getRemoteAddr(), visit);
      cases.write(
          tx, List.of(cases.head(tx, visit.recovery())), "data-handed-out", "The debtor took along at the portal what is kept of them.", Map.of("bytes", bytes.length),
          Recorded.by(Debtors.ACTOR, today.in(tx), clock.instant()));
      return ResponseEntity.ok()
          .contentType(ZIP)
          .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("about-you.zip").build().toString())
          .header("X-Content-Type-Options", "nosniff")
          .body(bytes);
    }).orElseThrow();
  }
}
