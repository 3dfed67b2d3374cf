package io.duly.desk.invoice;

import io.duly.cases.Inquiries;
import io.duly.corrections.Contesting;
import io.duly.desk.page.Reader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our side of what is contested on an invoice: that we have it, whom we ask, and what they say. */
@Controller
@RequestMapping("/invoices/{id}")
class DisputeActions {
  private final InvoiceChanges changes;
  private final Contesting contesting;
  private final Inquiries inquiries;

  DisputeActions(InvoiceChanges changes, Contesting contesting, Inquiries inquiries) {
    this.changes = changes;
    this.contesting = contesting;
    this.inquiries = inquiries;
  }

  @PostMapping("/acknowledgement")
  String acknowledge(Reader reader, @PathVariable UUID id, @RequestParam boolean written, RedirectAttributes next) {
    return changes.change(reader, id, "acknowledged", next, InvoiceChanges.find(id), (tx, head, by) -> contesting.acknowledge(tx, head.id(), written, by));
  }

  @PostMapping("/inquiries")
  String ask(
      Reader reader, @PathVariable UUID id, @RequestParam String whom, @RequestParam String question,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate answerBy, RedirectAttributes next) {
    return changes.change(reader, id, "asked", next, InvoiceChanges.find(id), (tx, head, by) -> inquiries.ask(tx, head.id(), whom, question, answerBy, by));
  }

  @PostMapping("/inquiries/{inquiry}/answer")
  String answered(Reader reader, @PathVariable UUID id, @PathVariable UUID inquiry, @RequestParam String words, RedirectAttributes next) {
    return changes.change(reader, id, "they-answered", next, scoped -> find(scoped, id, inquiry), (tx, found, by) -> inquiries.answered(tx, found, words, by));
  }

  private Optional<UUID> find(DSLContext scoped, UUID id, UUID inquiry) {
    return InvoiceHead.find(scoped, id).flatMap(head -> inquiries.of(scoped, head.id()).stream().map(one -> one.id()).filter(inquiry::equals).findFirst());
  }
}
