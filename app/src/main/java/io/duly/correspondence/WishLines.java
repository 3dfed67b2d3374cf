package io.duly.correspondence;

import static io.duly.database.jooq.correspondence.Tables.STATED_WISH;

import io.duly.database.jooq.correspondence.tables.records.StatedWishRecord;
import io.duly.kernel.DebtorId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the wishes of a debtor for people. */
final class WishLines {
  private WishLines() {}

  /** Those in force first, the latest of each first. */
  static List<WishLine> of(DSLContext tx, DebtorId debtor) {
    return tx.selectFrom(STATED_WISH)
        .where(STATED_WISH.DEBTOR_ID.eq(debtor.value()))
        .orderBy(STATED_WISH.TAKEN_BACK_AT.isNull().desc(), STATED_WISH.RECEIVED_AT.desc(), STATED_WISH.ID.desc())
        .fetch(WishLines::line);
  }

  private static WishLine line(StatedWishRecord row) {
    return new WishLine(
        row.getId(),
        row.getKind(),
        sentence(row),
        row.getWords(),
        Optional.ofNullable(row.getChannel()),
        Optional.ofNullable(row.getPlace()),
        Optional.ofNullable(row.getAddress()),
        Optional.ofNullable(row.getRepresentative()),
        row.getReceivedAt().toInstant(),
        row.getRecordedBy(),
        Optional.ofNullable(row.getTakenBackAt()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getTakenBackWhy()));
  }

  private static String sentence(StatedWishRecord row) {
    return switch (row.getKind()) {
      case "stop" -> "no contact" + part(" by ", row.getChannel()) + part(" at ", row.getPlace()) + part(" to ", row.getAddress());
      case "represented" -> "represented" + part(" by ", row.getRepresentative());
      case "inconvenient" -> "inconvenient: " + hours(row) + Optional.ofNullable(row.getLastDay()).map(day -> " until " + day).orElse("");
      case "consent" -> "asks to be reached by " + row.getChannel();
      default -> "may also be in " + row.getZone();
    };
  }

  private static String part(String joint, @Nullable String value) {
    return value == null ? "" : joint + value;
  }

  private static String hours(StatedWishRecord row) {
    var days =
        Arrays.stream(row.getWeekdays())
            .map(day -> DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .collect(Collectors.joining(" "));
    var to = row.getToTime().equals(LocalTime.MIDNIGHT) ? "24:00" : row.getToTime().toString();
    return days + " " + row.getFromTime() + "–" + to;
  }
}
