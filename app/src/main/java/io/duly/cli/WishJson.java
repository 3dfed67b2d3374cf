package io.duly.cli;

import io.duly.correspondence.WishLine;
import java.time.Instant;
import java.util.Optional;

/** A wish as JSON. */
record WishJson(
    String wish,
    String kind,
    String sentence,
    String words,
    Optional<String> channel,
    Optional<String> place,
    Optional<String> address,
    Optional<String> representative,
    String received,
    String recordedBy,
    boolean inForce,
    Optional<String> endedAt,
    Optional<String> endedWhy) {

  static WishJson of(WishLine line) {
    return new WishJson(
        line.id().toString(), line.kind(), line.sentence(), line.words(), line.channel(), line.place(), line.address(),
        line.representative(), line.received().toString(), line.recordedBy(), line.isInForce(), line.endedAt().map(Instant::toString), line.endedWhy());
  }
}
