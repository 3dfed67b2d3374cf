package io.duly.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CaseId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.testing.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixteen connections claim contacts with the same few debtors. Whatever got through keeps the caps, counted here by hand; and
 * whatever was refused would still be refused of all that got through, so nothing was refused for nothing.
 */
@Tag("P13")
class ConcurrentClaimsTest {
  @AutoClose private static final Office OFFICE = new Office();
  private static final int CONNECTIONS = 16;
  private static final int ATTEMPTS = Integer.getInteger("duly.contact-attempts", 3200);
  private static final Instant BEGIN = Instant.parse("2026-05-20T00:00:00Z");
  private static final List<CaseId> CASES = List.of(new CaseId(new UUID(1, 1)), new CaseId(new UUID(1, 2)));

  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<ContactKind> SPOKEN =
      List.of(ContactKind.ATTEMPT, ContactKind.MESSAGE_LEFT, ContactKind.CONVERSATION);

  private record Tried(Neighbour debtor, ContactClaim claim, Answer answer) {}

  @Test
  void noCapIsBrokenAndNothingIsRefusedForNothing() throws InterruptedException, ExecutionException {
    var sydney = new Neighbour(OFFICE, "consumer", "AU", "NSW", "Australia/Sydney");
    var boston = new Neighbour(OFFICE, "consumer", "US", "MA", "America/New_York");
    var berlin = new Neighbour(OFFICE, "unknown", "DE", null, null);
    var tried = tryAll(List.of(sydney, boston, berlin));
    assertThat(tried).hasSize(ATTEMPTS / CONNECTIONS * CONNECTIONS);
    var taken = tried.stream().filter(each -> each.answer instanceof Answer.Allowed).collect(Collectors.groupingBy(Tried::debtor));
    assertThat(taken.keySet()).containsExactlyInAnyOrder(sydney, boston, berlin);
    taken.forEach((debtor, contacts) -> assertThat(debtor.contacts()).isEqualTo(contacts.size()));
    taken.forEach(ConcurrentClaimsTest::oneADay);
    mostInSevenDays(claims(taken.get(sydney), claim -> claim.kind() != ContactKind.ATTEMPT && claim.reach().channel() != Channel.VISIT), "Australia/Sydney", 3);
    mostInAMonth(claims(taken.get(sydney), claim -> claim.reach().channel() == Channel.VISIT), "Australia/Sydney", 1);
    mostInSevenDays(claims(taken.get(boston), claim -> List.of(Channel.CALL, Channel.SMS).contains(claim.reach().channel())), "America/New_York", 2);
    refusedStill(tried);
  }

  private static List<Tried> tryAll(List<Neighbour> debtors) throws InterruptedException, ExecutionException {
    var tried = new ConcurrentLinkedQueue<Tried>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var all = new ArrayList<Callable<Boolean>>();
      for (int thread = 0; thread < CONNECTIONS; thread++) {
        var random = new Random(thread);
        all.add(
            () -> {
              for (int attempt = 0; attempt < ATTEMPTS / CONNECTIONS; attempt++) {
                var debtor = debtors.get(random.nextInt(debtors.size()));
                var claim = claim(debtor, random);
                tried.add(new Tried(debtor, claim, debtor.claims(claim)));
              }
              return true;
            });
      }
      for (var done : threads.invokeAll(all)) {
        done.get();
      }
    }
    return List.copyOf(tried);
  }

  private static ContactClaim claim(Neighbour debtor, Random random) {
    var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
    boolean spoken = channel == Channel.CALL || channel == Channel.VISIT;
    var kind = spoken ? SPOKEN.get(random.nextInt(SPOKEN.size())) : ContactKind.WRITTEN;
    var at = BEGIN.plus(Duration.ofMinutes(random.nextInt(50 * 24 * 60)));
    return debtor.claim(at, channel, kind, Optional.of(CASES.get(random.nextInt(2))));
  }

  private static List<ContactClaim> claims(List<Tried> taken, Function<ContactClaim, Boolean> which) {
    return taken.stream().map(Tried::claim).filter(which::apply).toList();
  }

  private static void oneADay(Neighbour debtor, List<Tried> taken) {
    var days = debtor.sql.fetchValues("select day from correspondence.contact where debtor_id = '" + debtor.id + "'");
    assertThat(days).doesNotHaveDuplicates().hasSameSizeAs(taken);
  }

  private static void mostInSevenDays(List<ContactClaim> claims, String zone, int most) {
    days(claims, zone)
        .forEach(
            (about, days) -> {
              for (var first : days) {
                assertThat(days.stream().filter(day -> !day.isBefore(first) && day.isBefore(first.plusDays(7))).count())
                    .as("%s from %s", about, first)
                    .isLessThanOrEqualTo(most);
              }
            });
  }

  private static void mostInAMonth(List<ContactClaim> claims, String zone, int most) {
    days(claims, zone)
        .forEach(
            (about, days) ->
                days.stream()
                    .collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()))
                    .forEach((month, count) -> assertThat(count).as("%s in %s", about, month).isLessThanOrEqualTo(most)));
  }

  private static Map<CaseId, List<LocalDate>> days(List<ContactClaim> claims, String zone) {
    var days = new HashMap<CaseId, List<LocalDate>>();
    for (var claim : claims) {
      days.computeIfAbsent(claim.recovery().orElseThrow(), _ -> new ArrayList<>()).add(LocalDate.ofInstant(claim.at(), ZoneId.of(zone)));
    }
    return days;
  }

  private static void refusedStill(List<Tried> tried) {
    var permission = OFFICE.the(ContactPermission.class);
    for (var each : tried) {
      var claim = each.claim;
      if (each.answer instanceof Answer.Refused) {
        var now = permission.ask(each.debtor.sql, claim.debtor(), claim.recovery(), claim.reach(), claim.purpose(), claim.at());
        assertThat(now).isInstanceOf(Answer.Refused.class);
      }
    }
  }
}
