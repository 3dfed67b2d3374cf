package io.duly.portal;

import io.duly.agreements.PaymentNotices;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.kernel.TypedAmount;
import io.duly.plans.BankDay;
import io.duly.talk.BankDays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "I have sent it." */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d/sent")
class SentPage {
  /** For a typed day that was left out or is none. */
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  private final GuestPages pages;
  private final Debtors debtors;
  private final Homes homes;
  private final PaymentNotices notices;
  private final ContactPermission permission;
  private final Knocks knocks;
  private final Today today;
  private final InstantSource clock;

  SentPage(
      GuestPages pages, Debtors debtors, Homes homes, PaymentNotices notices, ContactPermission permission, Knocks knocks, Today today, InstantSource clock) {
    this.pages = pages;
    this.debtors = debtors;
    this.homes = homes;
    this.notices = notices;
    this.permission = permission;
    this.knocks = knocks;
    this.today = today;
    this.clock = clock;
  }


  @GetMapping
  ResponseEntity<byte[]> form(HttpServletRequest request, @AuthenticationPrincipal Visit visit) {
    return form(request, visit, new SentTyped("", "", "", "transfer", ""), "");
  }

  private ResponseEntity<byte[]> form(HttpServletRequest request, Visit visit, SentTyped typed, String wrong) {
    var home = debtors.reading(visit, theirs -> homes.of(theirs, visit));
    var day = debtors.reading(visit, today::in);
    return pages.show(
        wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, pages.guest(request, visit.language(), home.country(), true), "sent",
        Map.of("home", home, "typed", typed, "today", day, "wrong", wrong));
  }

  @PostMapping
  ResponseEntity<byte[]> tell(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String amount, @RequestParam(defaultValue = "") String currency,
      @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "transfer") String way, @RequestParam(defaultValue = "") String words) {
    var typed = new SentTyped(amount, currency, on, way, words);
    try {
      var told = debtors.changing(visit, theirs -> Optional.of(homes.of(theirs, visit)), (tx, home) -> {
        if (!knocks.maySay(tx, visit.debtor())) {
          throw new CannotRecord("too much was told within an hour");
        }
        var account = account(home, typed);
        var day = today.in(tx);
        var notice = account.flatMap(one -> told(home, visit, one, typed, day));
        notice.ifPresent(one -> {
          knocks.said(tx, request.getRemoteAddr(), visit);
          notices.tell(tx, caseOf(account.orElseThrow()), one, Recorded.by(Debtors.ACTOR, day, clock.instant()));
        });
        return notice.isPresent();
      });
      return told.orElse(false) ? DoorPages.to("/d?told=sent") : form(request, visit, typed, "sent.not-understood");
    } catch (CannotRecord cannot) {
      return form(request, visit, typed, "sent.cannot");
    }
  }

  private static CaseId caseOf(Account account) {
    return account.recovery().orElseThrow();
  }

  private static Optional<Account> account(Home home, SentTyped typed) {
    var open = home.accounts().stream().filter(Account::isOpen).toList();
    return open.size() == 1 ? Optional.of(open.getFirst()) : open.stream().filter(one -> one.currency().getCurrencyCode().equals(typed.currency())).findFirst();
  }

  private Optional<PaymentNotices.Told> told(Home home, Visit visit, Account account, SentTyped typed, LocalDate day) {
    var way = Arrays.stream(PaymentNotices.Way.values()).filter(one -> one.word().equals(typed.way())).findFirst().orElse(PaymentNotices.Way.TRANSFER);
    var sent = typed.on().matches(DAY) ? day(typed.on()) : Optional.of(day).filter(_ -> typed.on().isBlank());
    var words = Optional.of(typed.words().strip()).filter(text -> !text.isEmpty()).map(text -> text.substring(0, Math.min(text.length(), 1000)));
    return sent.flatMap(on -> amount(home, visit, account.currency(), typed.amount())
        .map(amount -> new PaymentNotices.Told(amount, on, way, words, way.lastDay(on.isBefore(day) ? day : on, bankDays(home)))));
  }

  private static Optional<Money> amount(Home home, Visit visit, Currency currency, String typed) {
    var locale = Guest.of(visit.language(), home.country(), "", true, () -> "", "").forms().locale();
    return TypedAmount.of(typed, currency, locale).filter(Money::isPositive);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private BankDay bankDays(Home home) {
    return BankDay.among(new BankDays(day -> home.country().filter(country -> permission.holidays().on(country, day)).isPresent()));
  }

  static List<String> ways() {
    return Arrays.stream(PaymentNotices.Way.values()).map(PaymentNotices.Way::word).toList();
  }
}
