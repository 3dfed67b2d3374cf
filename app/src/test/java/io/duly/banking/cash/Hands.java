package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.ChargeId;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.AllocationRefused;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeAllocation;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.Record;

/** Hands that do anything to the books of one creditor, the same for a seed. */
final class Hands {
  private static final String WRONG =
      """
      select 'invoice ' || i.number from ledger.invoice i left join lateral (select sum(amount) as sum from ledger.posting where invoice_id = i.id) p on true
       where i.creditor_id = {0} and (coalesce(p.sum, 0) not between 0 and i.gross or (i.settled_on is null) = (coalesce(p.sum, 0) = i.gross))
      union all
      select 'receipt ' || r.id from ledger.receipt r left join lateral (select sum(amount) as sum from ledger.used where receipt_id = r.id) u on true
       where r.creditor_id = {0} and (coalesce(u.sum, 0) not between 0 and r.amount or r.used_up <> (coalesce(u.sum, 0) = r.amount))
      union all
      select 'credit note ' || n.number from ledger.credit_note n left join lateral (select sum(amount) as sum from ledger.used where credit_note_id = n.id) u on true
       where n.creditor_id = {0} and (coalesce(u.sum, 0) not between 0 and n.amount or n.used_up <> (coalesce(u.sum, 0) = n.amount))
      union all
      select 'charge ' || c.id from ledger.charge c left join lateral (select sum(amount) as sum from ledger.charge_posting where charge_id = c.id) p on true
       where c.creditor_id = {0} and (coalesce(p.sum, 0) not between 0 and c.amount or (c.settled_on is null) = (coalesce(p.sum, 0) = c.amount))
      union all
      select 'let go ' || l.posting_id from ledger.companion l where l.creditor_id = {0}
         and exists (select from ledger.posting u where u.reverses_id = l.allocation_id) and not exists (select from ledger.posting u where u.reverses_id = l.posting_id)
      """;
  private static final String STATE =
      """
      select string_agg(x.what, ' ' order by x.what) from (
        select i.number || '=' || i.gross - coalesce((select sum(amount) from ledger.posting where invoice_id = i.id), 0) as what from ledger.invoice i where i.creditor_id = {0}
        union all select r.id || '=' || r.amount - coalesce((select sum(amount) from ledger.used where receipt_id = r.id), 0) from ledger.receipt r where r.creditor_id = {0}
        union all select n.number || '=' || n.amount - coalesce((select sum(amount) from ledger.used where credit_note_id = n.id), 0) from ledger.credit_note n where n.creditor_id = {0}
        union all select c.id || '=' || c.amount - coalesce((select sum(amount) from ledger.charge_posting where charge_id = c.id), 0) from ledger.charge c where c.creditor_id = {0}) x
      """;

  private record Bill(InvoiceId id, DebtorId debtor, String name, String number, int cents) {}

  private record Coin(UUID entry, int cents, String name, String text) {}

  private final Till till;
  private final Random random;
  private final List<DebtorId> debtors;
  private final List<String> names = List.of("Baeckerei Sommer", "Tischlerei Winter");
  private final List<Bill> bills = new ArrayList<>();
  private final List<Coin> coins = new ArrayList<>();
  private int succeeded;

  Hands(Till till, long seed) {
    this.till = till;
    this.random = new Random(seed);
    debtors = List.of(till.debtor("10031", "Baeckerei Sommer"), till.debtor("10032", "Tischlerei Winter"));
    debtors.forEach(one -> till.database.execute("update parties.debtor set country = 'DE' where id = ?", one.value()));
    bill();
    bill();
  }

  int succeeded() {
    return succeeded;
  }

  List<String> wrong() {
    return rows(WRONG).stream().map(row -> row.get(0, String.class)).toList();
  }

  /** What cannot be done is refused in a sentence, and changes nothing. */
  String step() {
    List<Callable<String>> all = List.of(
        this::bill, this::pays, this::pays, this::pays, this::accepts, this::accepts, this::allocates, this::andBack, this::takesBack, this::reversesOne, this::returns,
        this::credits, this::setsOff, this::charges, this::waives);
    var before = state();
    try {
      var done = all.get(random.nextInt(all.size())).call();
      succeeded++;
      return done;
    } catch (CannotMatch | AllocationRefused refused) {
      assertThat(state()).isEqualTo(before);
      return refused.getMessage();
    } catch (Exception broken) {
      throw new AssertionError("A step broke instead of being refused", broken);
    }
  }

  private String bill() {
    int whose = random.nextInt(2);
    var number = "RE-2026-%05d".formatted(4000 + bills.size() * 37);
    int cents = 5_000 + random.nextInt(20_000);
    var id = till.owes(debtors.get(whose), number, plain(cents));
    bills.add(new Bill(id, debtors.get(whose), names.get(whose), number, cents));
    if (random.nextBoolean()) {
      till.database.execute("insert into ledger.granted_discount (invoice_id, creditor_id, until, amount) values (?, ?, ?, ?)",
          id.value(), till.creditor.value(), Till.TODAY.minusDays(random.nextInt(3)), cents / 50);
    }
    return "bill " + number;
  }

  private String pays() {
    var bill = any(bills);
    int cents = switch (random.nextInt(5)) {
      case 0 -> bill.cents() - bill.cents() / 50;
      case 1 -> bill.cents() / 3;
      case 2 -> bill.cents() + 500;
      case 3 -> bill.cents() + 1_000;
      default -> bill.cents();
    };
    var text = bill.number() + " " + (char) ('a' + random.nextInt(26)) + (char) ('a' + coins.size() % 26);
    coins.add(new Coin(till.comes(plain(cents), bill.name(), "DE77" + bill.debtor(), text), cents, bill.name(), text));
    till.cash.match(till.creditor, Till.TODAY);
    return "pays " + plain(cents) + " for " + text;
  }

  private String accepts() {
    var offers = till.cash.waiting(till.database, 1_000).stream().filter(one -> coins.stream().anyMatch(coin -> coin.entry().equals(one.entry()))).flatMap(one -> one.offers().stream()).toList();
    if (offers.isEmpty()) {
      return "nothing to accept";
    }
    till.cash.accept(any(offers).proposal(), till.ada());
    return "accepts";
  }

  private String allocates() {
    till.cash.allocate(any(coins, "no money").entry(), List.of(new Allotment(any(bills).number(), Optional.empty())), till.ada());
    return "allocates";
  }

  /** Whatever is allocated to money that was free, and taken back, leaves everything as it was. */
  private String andBack() {
    var coin = any(coins, "no money");
    if (!till.text("select count(*) from ledger.used u join banking.entry e on e.receipt_id = u.receipt_id where e.id = ?", coin.entry()).equals("0")) {
      return "not free";
    }
    var before = state();
    till.cash.allocate(coin.entry(), List.of(new Allotment(any(bills).number(), Optional.empty())), till.ada());
    till.cash.reverseAll(coin.entry(), "tried", till.ada());
    assertThat(state()).isEqualTo(before);
    return "allocates and takes back";
  }

  private String takesBack() {
    till.cash.reverseAll(any(coins, "no money").entry(), "a mistake", till.ada());
    return "takes back";
  }

  private String reversesOne() {
    var standing = rows("select p.id from ledger.posting p where p.creditor_id = {0} and p.kind = 'receipt' and p.reverses_id is null order by p.recorded_at, p.amount");
    if (standing.isEmpty()) {
      return "nothing to reverse";
    }
    till.cash.reverse(new PostingId(any(standing).get(0, UUID.class)), "a mistake", till.ada());
    return "reverses one";
  }

  private String returns() {
    var coin = any(coins, "no money");
    till.goesBack(plain(coin.cents()), coin.name(), "DE00", "Rücklastschrift", "e2e-" + coin.text());
    till.cash.match(till.creditor, Till.TODAY);
    return "returns " + coin.text();
  }

  private String credits() {
    var note = new CreditNote(new CreditNoteId(UUID.randomUUID()), till.creditor, any(bills).debtor(), "GS-" + UUID.randomUUID(), Till.euros(plain(500 + random.nextInt(3_000))),
        Till.TODAY.minusDays(3), Optional.empty());
    till.office.the(Ledger.class).credit(till.database, List.of(note));
    return "credits";
  }

  private String setsOff() {
    var notes = rows("select id, amount from ledger.credit_note where creditor_id = {0} and not used_up order by recorded_at");
    if (notes.isEmpty()) {
      return "no credit note";
    }
    var note = any(notes);
    till.office.the(Ledger.class).allocate(till.database, List.of(new Allocation(new PostingId(UUID.randomUUID()), any(bills).id(),
        new Allocation.FromCreditNote(new CreditNoteId(note.get(0, UUID.class))), Till.euros(plain(1 + random.nextInt(note.get(1, Long.class).intValue()))), Till.TODAY, "person:ada", Optional.empty())));
    return "sets off";
  }

  private String charges() {
    var basis = new Charge.Basis("de", "BGB", "§ 288", "https://www.gesetze-im-internet.de", Optional.empty(), false);
    var day = Till.TODAY.minusDays(2);
    till.office.the(ChargeBook.class).post(till.database, List.of(new Charge(new ChargeId(UUID.randomUUID()), any(bills).id(), Charge.Kind.COMPENSATION, Till.euros("10.00"), day, day, basis,
        "fixed", "[]", day, "duly")));
    return "charges";
  }

  private String waives() {
    var open = rows("select id from ledger.charge where creditor_id = {0} and settled_on is null order by recorded_at");
    if (open.isEmpty()) {
      return "no charge";
    }
    till.office.the(ChargeBook.class).allocate(till.database, List.of(new ChargeAllocation(new PostingId(UUID.randomUUID()), new ChargeId(any(open).get(0, UUID.class)),
        new Allocation.WriteOff(), Till.euros(plain(100 + random.nextInt(900))), Till.TODAY, "person:ada", Optional.of("goodwill"))));
    return "waives";
  }

  private String state() {
    return rows(STATE).stream().map(row -> String.valueOf(row.get(0))).findFirst().orElse("");
  }

  private List<Record> rows(String query) {
    return List.copyOf(till.database.fetch(query.replace("{0}", "'" + till.creditor + "'::uuid")));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> T any(List<T> all, String none) {
    if (all.isEmpty()) {
      throw new CannotMatch(none);
    }
    return any(all);
  }

  private static String plain(int cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
