package io.duly.desk.casefile;

import io.duly.cases.CannotRecord;
import io.duly.desk.page.Reader;
import io.duly.kernel.Money;
import io.duly.payments.PaymentLink;
import io.duly.payments.PaymentLinks;
import io.duly.payments.ProviderFailed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A link by which the debtor can pay online, made on the page of the case. */
@Controller
@RequestMapping("/cases/{number}/payment-links")
class PaymentLinkActions {
  private final CaseChanges changes;
  private final PaymentLinks links;

  PaymentLinkActions(CaseChanges changes, PaymentLinks links) {
    this.changes = changes;
    this.links = links;
  }

  @PostMapping
  String make(Reader reader, @PathVariable long number, @RequestParam(defaultValue = "") String amount, RedirectAttributes next) {
    var typed = Map.of("link-amount", amount);
    var made = new AtomicReference<Optional<PaymentLink>>(Optional.empty());
    var back = changes.change(reader, new CaseChanges.Asked(number, "payment-link", typed, false), next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> {
      var wanted = amount.isBlank() ? links.asked(tx, head.id(), by) : typed(reader, amount, head);
      made.set(Optional.of(links.prepare(tx, head.id(), wanted, by)));
    });
    try {
      made.get().ifPresent(link -> links.offered(link, Optional.empty()));
    } catch (ProviderFailed failed) {
      new After("", String.valueOf(failed.getMessage()), typed).showOn(next);
    }
    return back;
  }

  private static Money typed(Reader reader, String amount, Headline head) {
    return reader.typed(amount, head.currency()).orElseThrow(() -> new CannotRecord(reader.say("promise.no-amount", amount.strip())));
  }
}
