package io.duly.portal;

import io.duly.cases.CannotRecord;
import io.duly.correspondence.Recaps;
import io.duly.kernel.CaseId;
import io.duly.kernel.MessageId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Call me", "please reach me otherwise", "it is hard for me". */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d")
class SayPages {
  /** Hours at which a call may be asked for, in the debtor's zone. */
  static final int FIRST_HOUR = 9;

  static final int LAST_HOUR = 17;
  private static final int DAYS = 6;

  private final GuestPages pages;
  private final Telling telling;
  private final Sayings sayings;
  private final Recaps recaps;

  SayPages(GuestPages pages, Telling telling, Sayings sayings, Recaps recaps) {
    this.recaps = recaps;
    this.pages = pages;
    this.telling = telling;
    this.sayings = sayings;
  }

  @GetMapping("/call")
  ResponseEntity<byte[]> call(HttpServletRequest request, @AuthenticationPrincipal Visit visit) {
    return call(request, visit, "", "");
  }

  private ResponseEntity<byte[]> call(HttpServletRequest request, Visit visit, String words, String wrong) {
    var home = telling.home(visit);
    return show(request, visit, home, "call", wrong, Map.of("days", days(home), "hours", hours(), "words", words));
  }

  private List<LocalDate> days(Home home) {
    return telling.nextDays(home, telling.dayThere(home), DAYS);
  }

  private static List<String> hours() {
    return IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR).mapToObj("%02d:00"::formatted).toList();
  }

  @PostMapping("/call")
  ResponseEntity<byte[]> call(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String hour,
      @RequestParam(defaultValue = "") String words) {
    try {
      var at = telling.tell(request, visit, (tx, home, by) -> {
        var when = time(day, hour).filter(one -> telling.nextDays(home, telling.dayThere(home), DAYS).contains(one.toLocalDate()));
        when.ifPresent(one -> sayings.call(tx, caseOf(visit, home), one.atZone(home.zone()), cut(words), by));
        return when;
      });
      return at.map(one -> DoorPages.to("/d?told=call&by=" + one)).orElseGet(() -> call(request, visit, words, "call.not-understood"));
    } catch (CannotRecord cannot) {
      return call(request, visit, words, "say.cannot");
    }
  }

  private static Optional<LocalDateTime> time(String day, String hour) {
    try {
      return hours().contains(hour) ? Optional.of(LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(hour))) : Optional.empty();
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** Said in two tabs, the first counts. */
  @PostMapping("/agreed")
  ResponseEntity<byte[]> agreed(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam UUID what) {
    boolean theirs = telling.tell(request, visit, (tx, home, by) -> {
      var account = home.accounts().stream().filter(one -> one.deal().asksYes().filter(what::equals).isPresent()).findFirst();
      account.flatMap(Account::recovery).ifPresent(id -> recaps.acknowledge(tx, id, new MessageId(what), Recaps.By.PORTAL, Optional.empty(), by));
      return account.isPresent() || home.accounts().stream().anyMatch(one -> one.deal().saidYes());
    });
    return theirs ? DoorPages.to("/d?told=agreed") : pages.mishap(request, HttpStatus.NOT_FOUND);
  }

  @GetMapping("/wishes")
  ResponseEntity<byte[]> wishes(HttpServletRequest request, @AuthenticationPrincipal Visit visit) {
    return show(request, visit, telling.home(visit), "wishes", "", Map.of("words", "", "email", "", "phone", ""));
  }

  @PostMapping("/wishes")
  ResponseEntity<byte[]> wishes(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") List<String> not, @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String words) {
    try {
      boolean told = telling.tell(request, visit, (tx, home, by) -> {
        boolean wished = sayings.stop(tx, visit, not, cut(words), by);
        return sayings.reachAt(tx, visit, home, new Sayings.Reached(email.strip(), phone.strip()), cut(words), by) || wished;
      });
      return told ? DoorPages.to("/d?told=wishes") : again(request, visit, email, phone, words, "wishes.nothing");
    } catch (CannotRecord cannot) {
      return again(request, visit, email, phone, words, "wishes.not-understood");
    }
  }

  private ResponseEntity<byte[]> again(HttpServletRequest request, Visit visit, String email, String phone, String words, String wrong) {
    return show(request, visit, telling.home(visit), "wishes", wrong, Map.of("words", words, "email", email, "phone", phone));
  }

  @GetMapping("/hardship")
  ResponseEntity<byte[]> hardship(HttpServletRequest request, @AuthenticationPrincipal Visit visit) {
    return show(request, visit, telling.home(visit), "hardship", "", Map.of("words", ""));
  }

  @PostMapping("/hardship")
  ResponseEntity<byte[]> hardship(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String consent) {
    if (words.isBlank() || consent.isBlank()) {
      return show(request, visit, telling.home(visit), "hardship", "hardship.consent-missing", Map.of("words", words));
    }
    try {
      var until = telling.tell(request, visit, (tx, home, by) -> sayings.hardship(tx, visit, caseOf(visit, home), cut(words), by));
      return DoorPages.to("/d?told=hardship&by=" + until);
    } catch (CannotRecord cannot) {
      return show(request, visit, telling.home(visit), "hardship", "say.cannot", Map.of("words", words));
    }
  }

  /** The case of the message that they came by, while it is open; else another that is. */
  private static CaseId caseOf(Visit visit, Home home) {
    var open = home.accounts().stream().filter(Account::isOpen).flatMap(account -> account.recovery().stream()).toList();
    return open.contains(visit.recovery()) ? visit.recovery() : open.stream().findFirst().orElseThrow(() -> new CannotRecord("No case of the debtor is open."));
  }

  private static String cut(String words) {
    return words.strip().substring(0, Math.min(words.strip().length(), 2000));
  }

  private ResponseEntity<byte[]> show(HttpServletRequest request, Visit visit, Home home, String page, String wrong, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("wrong", wrong);
    return pages.show(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, pages.guest(request, visit.language(), home.country(), true), page, all);
  }
}
