package io.duly.plans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan as it runs: what the daily cycle must know of it (P28, P34). Money goes to the instalments in their order, so that what comes
 * early or in excess pays the next ones.
 *
 * @param instalments in their order
 * @param received since it was agreed, minor units
 * @param stillOpen of what it is about; 0: nothing is owed any more, whoever paid or credited it
 * @param graceDays after an instalment's day, before it is missed
 * @param graceUntil the day until which a missed instalment may still come, or it may be agreed anew; empty where none was missed
 * @param isSettlement it is below the debt (P29): once paid, what is beyond it is let go; {@code received} leaves out what came too late
 */
public record RunningPlan(
    UUID id, List<Instalment> instalments, long received, long stillOpen, OnMiss onMiss, int graceDays, Optional<LocalDate> graceUntil, boolean isSettlement) {
  /** How long one grace lasts. */
  public static final int DAYS_OF_GRACE = 7;

  /** How long there is time to agree anew. */
  public static final int DAYS_TO_AGREE = 14;

  private static final int SATURDAY_TO_MONDAY = 2;

  /** Of the whole debt. */
  public RunningPlan(UUID id, List<Instalment> instalments, long received, long stillOpen, OnMiss onMiss, int graceDays, Optional<LocalDate> graceUntil) {
    this(id, instalments, received, stillOpen, onMiss, graceDays, graceUntil, false);
  }

  /** Whether what it is about is asked for by its instalments alone, or not at all, on a course. */
  public boolean keepsBack(Course course) {
    return course.goesOn() || isSettlement && course instanceof Course.Kept;
  }

  /** How many instalments, from the first, are paid. */
  public int paid() {
    int nth = 0;
    long left = received;
    while (nth < instalments.size() && left >= instalments.get(nth).amount().minor()) {
      left -= instalments.get(nth).amount().minor();
      nth++;
    }
    return nth;
  }

  /** What of an instalment has come, minor units, given all that came. */
  public long receivedOf(int nth) {
    return Math.clamp(received - before(nth), 0, instalments.get(nth).amount().minor());
  }

  /** What all instalments before one make. */
  public long before(int nth) {
    return instalments.subList(0, nth).stream().mapToLong(one -> one.amount().minor()).sum();
  }

  /** What becomes of it on a day. */
  public Course course(LocalDate today) {
    int next = paid();
    if (stillOpen == 0 || next == instalments.size()) {
      return new Course.Kept();
    }
    if (!today.isAfter(lastDayOf(next))) {
      return new Course.Runs(next);
    }
    return missed(next, today);
  }

  private Course missed(int nth, LocalDate today) {
    if (onMiss == OnMiss.FALLS_DUE) {
      return new Course.FallsDue(nth);
    }
    boolean isThisOne = graceUntil.isPresent() && graceUntil.get().isAfter(lastDayOf(nth));
    boolean again = onMiss == OnMiss.ONE_GRACE && graceUntil.isPresent() && !isThisOne;
    var until = isThisOne ? graceUntil.get() : bankDay(today.plusDays(onMiss == OnMiss.ONE_GRACE ? DAYS_OF_GRACE : DAYS_TO_AGREE));
    return again || today.isAfter(until) ? new Course.FallsDue(nth) : new Course.Grace(nth, until);
  }

  private LocalDate lastDayOf(int nth) {
    return instalments.get(nth).dueOn().plusDays(graceDays);
  }

  private static LocalDate bankDay(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case DayOfWeek.SATURDAY -> day.plusDays(SATURDAY_TO_MONDAY);
      case DayOfWeek.SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  /** Which way it goes; instalments are counted from 0. */
  public sealed interface Course {
    /** This instalment is the next. */
    record Runs(int nth) implements Course {}

    /** All is paid, or nothing is owed any more. */
    record Kept() implements Course {}

    /** This instalment was missed; until that day it may come, or be agreed anew. */
    record Grace(int nth, LocalDate until) implements Course {}

    /** This instalment was missed and all that is left is due. */
    record FallsDue(int nth) implements Course {}

    /** Whether what is left is still asked for by instalments alone. */
    default boolean goesOn() {
      return this instanceof Runs || this instanceof Grace;
    }
  }
}
