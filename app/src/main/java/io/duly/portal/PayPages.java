package io.duly.portal;

import io.duly.cases.CannotRecord;
import io.duly.invitations.Invitations;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.payments.PaymentLink;
import io.duly.payments.PaymentLinks;
import io.duly.payments.ProviderFailed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** "Pay now": to the page of who takes payments for the creditor, and back. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d/pay")
public class PayPages {
  private static final Logger LOG = LoggerFactory.getLogger(PayPages.class);

  /** A link as the debtor sees it. */
  public record Way(Money amount, String address, String host) {}

  private final GuestPages pages;
  private final Debtors debtors;
  private final Telling telling;
  private final PaymentLinks links;
  private final Invitations invitations;

  PayPages(GuestPages pages, Debtors debtors, Telling telling, PaymentLinks links, Invitations invitations) {
    this.pages = pages;
    this.debtors = debtors;
    this.telling = telling;
    this.links = links;
    this.invitations = invitations;
  }

  /** The one link of the case and amount, however often the button is pressed. */
  @PostMapping
  ResponseEntity<byte[]> pay(
      HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String currency, @RequestParam(defaultValue = "all") String what) {
    try {
      var prepared = telling.tell(request, visit, (tx, home, by) -> wanted(home, currency, what).map(one -> links.prepare(tx, one.recovery(), one.amount(), by)));
      return prepared.map(this::offered).map(DoorPages::to).orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
    } catch (CannotRecord | ProviderFailed cannot) {
      LOG.warn("Nobody can pay online: {}", cannot.getMessage());
      return DoorPages.to("/d?told=later");
    }
  }

  private String offered(PaymentLink link) {
    var offered = links.offered(link, invitations.portal().map(portal -> portal + "d?told=paying"));
    return offered.state() == PaymentLink.State.PAID ? "/d?told=paying" : "/d/pay/" + link.id();
  }

  private record Wanted(CaseId recovery, Money amount) {}

  private static Optional<Wanted> wanted(Home home, String currency, String what) {
    return home.accounts().stream().filter(one -> one.isOpen() && one.currency().getCurrencyCode().equals(currency)).findFirst()
        .flatMap(account -> account.recovery().flatMap(id -> amount(account, what).map(amount -> new Wanted(id, amount))));
  }

  private static Optional<Money> amount(Account account, String what) {
    return what.equals("next") ? account.next() : Optional.of(account.asked()).filter(Money::isPositive);
  }

  /** Goes on by itself; a policy of content that names where forms lead would not let a form be led on. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> way(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @PathVariable UUID id) {
    var way = debtors.reading(visit, theirs -> of(theirs, id));
    var country = way.isEmpty() ? Optional.<String>empty() : telling.home(visit).country();
    return way.map(one -> pages.show(HttpStatus.OK, pages.guest(request, visit.language(), country, true), "pay", Map.of("way", one)))
        .orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
  }

  private static Optional<Way> of(DSLContext theirs, UUID id) {
    return theirs.fetchOptional("select amount, currency, address from payments.payment_link where id = ? and state = 'open'", id)
        .map(row -> way(Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class).strip()), row.get("address", String.class)));
  }

  private static Way way(Money amount, String address) {
    return new Way(amount, address, Optional.ofNullable(java.net.URI.create(address).getHost()).orElse(""));
  }
}
