package io.duly.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** How a debtor pays. */
enum Temper {
  PROMPT(22),
  TWENTY_DAYS_LATE(20),
  AUGUST_LATE(8),
  SLOW(20),
  IN_PARTS(7),
  DISPUTING(7),
  SILENT(8),
  GONE_BAD(8);

  /** From when on those gone bad have paid nothing, in days before the end. */
  static final int BAD_DAYS = 150;

  private final int percent;

  Temper(int percent) {
    this.percent = percent;
  }

  static Temper drawn(Draw draw) {
    int place = draw.between(1, 100);
    for (var temper : values()) {
      place -= temper.percent;
      if (place <= 0) {
        return temper;
      }
    }
    return GONE_BAD;
  }

  /** A share of an invoice, paid on a day. */
  record Part(LocalDate on, int percent) {}

  /**
   * When an invoice is paid; nothing where it is not.
   *
   * @param end the last day of the portfolio
   */
  List<Part> paid(LocalDate due, LocalDate end, Draw draw) {
    return switch (this) {
      case PROMPT -> whole(due.plusDays(draw.percent(8) ? draw.between(1, 3) : -draw.between(0, 9)));
      case TWENTY_DAYS_LATE -> whole(due.plusDays(18 + draw.between(0, 4)));
      case AUGUST_LATE -> whole(afterSummer(due, draw));
      case SLOW -> whole(due.plusDays(draw.between(4, 30) + (draw.percent(30) ? draw.between(10, 45) : 0)));
      case IN_PARTS -> parts(due, draw);
      case DISPUTING -> whole(due.plusDays(draw.between(0, 15)));
      case SILENT -> draw.percent(25) && due.isAfter(end.minusDays(240)) ? List.of() : whole(due.plusDays(draw.between(55, 140)));
      case GONE_BAD -> due.isAfter(end.minusDays(BAD_DAYS)) ? scrap(due, draw) : whole(due.plusDays(draw.between(-3, 6)));
    };
  }

  private static List<Part> whole(LocalDate on) {
    return List.of(new Part(on, 100));
  }

  private static LocalDate afterSummer(LocalDate due, Draw draw) {
    boolean summer = due.getMonth() == Month.AUGUST || (due.getMonth() == Month.JULY && due.getDayOfMonth() > 15);
    return summer ? LocalDate.of(due.getYear(), 9, draw.between(5, 20)) : due.plusDays(draw.between(-3, 2));
  }

  private static List<Part> parts(LocalDate due, Draw draw) {
    return List.of(
        new Part(due.plusDays(draw.between(2, 8)), 40),
        new Part(due.plusDays(draw.between(30, 38)), 30),
        new Part(due.plusDays(draw.between(58, 75)), 30));
  }

  private static List<Part> scrap(LocalDate due, Draw draw) {
    return draw.percent(20) ? List.of(new Part(due.plusDays(draw.between(25, 50)), 30)) : List.of();
  }
}
