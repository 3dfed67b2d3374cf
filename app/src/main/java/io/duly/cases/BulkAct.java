package io.duly.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done to many cases at once. */
public sealed interface BulkAct {

  /**
   * They are given to somebody.
   *
   * @param to empty: to nobody
   * @param worksFor the creditors for whom that person works; empty: all of them
   * @param words what they should know; may be empty
   */
  record Give(Optional<Owners.Owner> to, Optional<List<UUID>> worksFor, String words) implements BulkAct {}

  /**
   * Their open task is put off.
   *
   * @param until after today, within a year
   */
  record PutOff(LocalDate until, String why) implements BulkAct {}

  /** Each is held by itself. */
  record Hold(HoldRequest request) implements BulkAct {}

  /** As the database writes it. */
  default String word() {
    return switch (this) {
      case Give _ -> "give";
      case PutOff _ -> "put_off";
      case Hold _ -> "hold";
    };
  }
}
