package io.duly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdSourceTest {
  private static final UUID VALUE = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");

  private static IdSource at(long... millis) {
    var instants = new ArrayDeque<Instant>();
    for (long each : millis) {
      instants.add(Instant.ofEpochMilli(each));
    }
    return new IdSource(
        () -> instants.size() > 1 ? instants.remove() : instants.element(),
        new SplittableRandom(1));
  }

  @Test
  void makesIdsOfVersionSeven() {
    UUID id = at(0x0199_1234_5678L).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(0x0199_1234_5678L);
    assertThat(id.getMostSignificantBits() & 0xFFF).isZero();
  }

  @Test
  void countsWithinAMillisecondAndBorrowsFromTheNext() {
    IdSource source = at(1_000);
    List<UUID> ids = Stream.generate(source::next).limit(10_000).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().map(UUID::getMostSignificantBits)).isSorted();
    assertThat(ids.get(1).getMostSignificantBits() & 0xFFF).isEqualTo(1);
    assertThat(ids.get(4095).getMostSignificantBits() >>> 16).isEqualTo(1_000);
    assertThat(ids.get(4096).getMostSignificantBits() >>> 16).isEqualTo(1_001);
    assertThat(ids.get(4096).getMostSignificantBits() & 0xFFF).isZero();
  }

  @Test
  void neverGoesBackWithTheClock() {
    IdSource source = at(2_000, 1_000, 3_000);
    List<Long> high =
        Stream.generate(source::next).limit(3).map(UUID::getMostSignificantBits).toList();
    assertThat(high).isSorted();
    assertThat(high.get(1) >>> 16).isEqualTo(2_000);
    assertThat(high.get(2) >>> 16).isEqualTo(3_000);
  }

  @Test
  void takesSecureRandomnessByDefault() {
    var one = IdSource.of(() -> Instant.EPOCH).next();
    var other = IdSource.of(() -> Instant.EPOCH).next();
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void idsComeBackFromTheirText() {
    assertThat(CaseId.of(VALUE.toString()))
        .isEqualTo(new CaseId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(CreditorId.of(VALUE.toString()))
        .isEqualTo(new CreditorId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(DebtorId.of(VALUE.toString()))
        .isEqualTo(new DebtorId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(InvoiceId.of(VALUE.toString()))
        .isEqualTo(new InvoiceId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(MessageId.of(VALUE.toString()))
        .isEqualTo(new MessageId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(PersonId.of(VALUE.toString()))
        .isEqualTo(new PersonId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(PromiseId.of(VALUE.toString()))
        .isEqualTo(new PromiseId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(ReceiptId.of(VALUE.toString()))
        .isEqualTo(new ReceiptId(VALUE))
        .hasToString(VALUE.toString());
    assertThat(TaskId.of(VALUE.toString()))
        .isEqualTo(new TaskId(VALUE))
        .hasToString(VALUE.toString());
    assertThatThrownBy(() -> CaseId.of("4711")).isInstanceOf(IllegalArgumentException.class);
  }
}
