package io.duly.portal;

import io.duly.calls.Field;
import io.duly.calls.NoOffer;
import io.duly.calls.Offers;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.kernel.TypedAmount;
import io.duly.plans.Offer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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

/** "I would like to pay in parts": each payment is shown before they say yes. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d/plan")
class PlanPage {
  private static final int LONGEST = 1000;

  private final GuestPages pages;
  private final Telling telling;
  private final OwnPlans plans;

  PlanPage(GuestPages pages, Telling telling, OwnPlans plans) {
    this.pages = pages;
    this.telling = telling;
    this.plans = plans;
  }

  @GetMapping
  ResponseEntity<byte[]> choose(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam(defaultValue = "") String in) {
    return choose(request, visit, in, Map.of(), "");
  }

  private ResponseEntity<byte[]> choose(HttpServletRequest request, Visit visit, String in, Map<String, String> typed, String wrong) {
    return telling.workOut(visit, (tx, home, by) -> {
      var guest = pages.guest(request, visit.language(), home.country(), true);
      var ways = plans.ways(tx, home, in, by.on());
      if (ways.isEmpty()) {
        return pages.mishap(request, HttpStatus.NOT_FOUND);
      }
      var one = ways.get();
      List<PlanShown> steps = one.running().isPresent() ? List.of() : one.steps().stream().map(offer -> one.shown(Offers.taken(Sheet.EMPTY, offer, one.facts().today()), offer)).toList();
      var values = new HashMap<String, Object>(Map.of("owed", one.facts().owed(), "today", one.facts().today(), "steps", steps, "typed", typed, "wrong", wrong));
      values.put("in", one.account().currency().getCurrencyCode());
      values.put("runs", one.running().isPresent());
      return pages.show(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, guest, "plan", values);
    });
  }

  /** What was chosen or typed, with each payment; nothing is agreed yet. */
  @PostMapping
  ResponseEntity<byte[]> look(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam Map<String, String> sent) {
    var in = sent.getOrDefault("in", "");
    return telling.workOut(visit, (tx, home, by) -> plans.ways(tx, home, in, by.on()).map(ways -> {
      try {
        return shown(visit, home, ways, sent).map(one -> see(request, visit, home, one, sent, "")).orElseGet(() -> choose(request, visit, in, sent, "plan.choose-one"));
      } catch (NoOffer no) {
        return choose(request, visit, in, sent, "plan.not." + no.word());
      }
    })).orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
  }

  private ResponseEntity<byte[]> see(HttpServletRequest request, Visit visit, Home home, PlanShown shown, Map<String, String> sent, String wrong) {
    var guest = pages.guest(request, visit.language(), home.country(), true);
    return pages.show(
        wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, guest, "plansee", Map.of("shown", shown, "words", sent.getOrDefault("words", ""), "wrong", wrong));
  }

  @PostMapping("/yes")
  ResponseEntity<byte[]> yes(HttpServletRequest request, @AuthenticationPrincipal Visit visit, @RequestParam Map<String, String> sent) {
    var in = sent.getOrDefault("in", "");
    try {
      return telling.tell(request, visit, (tx, home, by) -> {
        if (plans.isAgreed(tx, home, in, sent.getOrDefault("seen", ""), by.on())) {
          return DoorPages.to("/d?told=plan");
        }
        return plans.ways(tx, home, in, by.on()).flatMap(ways -> shown(visit, home, ways, sent).map(shown ->
            switch (plans.say(tx, ways, shown, sent.getOrDefault("seen", ""), words(sent), by)) {
              case AGREED -> DoorPages.to("/d?told=plan");
              case ASKED -> DoorPages.to("/d?told=asked&by=" + ways.answerBy());
              case CHANGED -> see(request, visit, home, shown, sent, "plan.changed");
            })).orElseGet(() -> pages.mishap(request, HttpStatus.NOT_FOUND));
      });
    } catch (NoOffer | CannotRecord cannot) {
      return choose(request, visit, in, sent, "say.cannot");
    }
  }

  private static Optional<String> words(Map<String, String> sent) {
    var words = sent.getOrDefault("words", "").strip();
    return Optional.of(words.substring(0, Math.min(words.length(), LONGEST))).filter(text -> !text.isEmpty());
  }

  /** @throws NoOffer where it cannot be paid so */
  private static Optional<PlanShown> shown(Visit visit, Home home, OwnPlans.Ways ways, Map<String, String> sent) {
    var sheet = sheet(sent);
    var locale = Guest.of(visit.language(), home.country(), "", true, () -> "", "").forms().locale();
    return Offers.of(sheet, ways.facts(), text -> TypedAmount.of(text, ways.account().currency(), locale))
        .filter(offer -> offer.kind() != Offer.Kind.SETTLEMENT && offer.kind() != Offer.Kind.ALL_TODAY && offer.owed().equals(ways.facts().owed()))
        .map(offer -> ways.shown(sheet, offer));
  }

  /** One payment in the form is all of it by that day. */
  private static Sheet sheet(Map<String, String> sent) {
    var sheet = Sheet.of(sent);
    boolean once = sheet.typed(Field.WAY).equals("instalments") && sheet.typed(Field.COUNT).strip().equals("1");
    return once ? sheet.with(Map.of(Field.WAY, "by_date", Field.AMOUNT, "", Field.COUNT, "")) : sheet;
  }
}
