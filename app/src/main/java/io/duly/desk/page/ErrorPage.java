package io.duly.desk.page;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.portal.GuestPages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in a sentence what went wrong and where to go on; what happened inside is in the log only. */
@ConditionalOnWebApplication
@Controller
class ErrorPage implements ErrorController {
  private final Pages pages;
  private final ReaderOfRequest readers;
  private final GuestPages guests;

  ErrorPage(Pages pages, ReaderOfRequest readers, GuestPages guests) {
    this.pages = pages;
    this.readers = readers;
    this.guests = guests;
  }

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    var status = status(request);
    var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if ((asked + "/").startsWith(request.getContextPath() + "/d/")) {
      return guests.mishap(request, status);
    }
    if (asked.startsWith(request.getContextPath() + "/api/")) {
      return ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).body(Problem.of(ProblemType.of(status.value())).bytes());
    }
    var kind =
        switch (status) {
          case NOT_FOUND -> "not-there";
          case FORBIDDEN -> "may-not";
          default -> status.is4xxClientError() ? "not-understood" : "our-fault";
        };
    return pages.show(status, "error/page", readers.withoutDatabase(request), Map.of("kind", kind));
  }

  private static HttpStatus status(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
        .map(code -> HttpStatus.resolve((Integer) code))
        .orElse(HttpStatus.NOT_FOUND);
  }
}
