package io.duly.cli;

import io.duly.correspondence.KnownDebtor;
import io.duly.parties.FoundDebtor;
import io.duly.rules.Basis;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer to whether a debtor may be contacted, for people and for machines. */
record ContactAnswer(FoundDebtor debtor, KnownDebtor known, Channel channel, Instant at, Answer answer) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  record Rule(String rule, String jurisdiction, String statute, String section, String source) {
    static Rule of(Basis basis) {
      return new Rule(basis.id(), basis.jurisdiction(), basis.statute(), basis.section(), basis.source());
    }
  }

  record Because(
      String rule, String jurisdiction, String statute, String section, String source, String binding, String why) {
    static Because of(Answer.Reason reason) {
      var basis = reason.basis();
      return new Because(
          basis.id(), basis.jurisdiction(), basis.statute(), basis.section(), basis.source(), reason.binding(), reason.why());
    }
  }

  record Profile(String debtorKind, String collecting, List<String> jurisdictions, List<String> timeZones) {}

  record Told(
      String debtor,
      String debtorId,
      String channel,
      String at,
      boolean allowed,
      List<Because> reasons,
      Optional<String> nextAllowed,
      Optional<String> nextAllowedLocal,
      List<Rule> asked,
      Profile profile) {}

  Told json() {
    var refused = answer instanceof Answer.Refused no ? Optional.of(no) : Optional.<Answer.Refused>empty();
    var next = refused.flatMap(Answer.Refused::nextAllowed);
    return new Told(
        debtor.number(),
        debtor.id().toString(),
        word(channel),
        at.toString(),
        refused.isEmpty(),
        refused.map(no -> no.reasons().stream().map(Because::of).toList()).orElse(List.of()),
        next.map(Instant::toString),
        next.map(from -> from.atZone(known.zone()).toOffsetDateTime().toString()),
        answer instanceof Answer.Allowed yes ? yes.asked().stream().map(Rule::of).toList() : List.of(),
        profile());
  }

  private Profile profile() {
    var facts = known.facts();
    return new Profile(
        word(facts.party()),
        word(facts.collecting()),
        facts.jurisdictions().stream().sorted().toList(),
        facts.zones().stream().map(ZoneId::getId).sorted().toList());
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    var who = debtor.name().replaceAll("\\p{Cntrl}", " ");
    var moment = LOCAL.format(at.atZone(known.zone())) + " (" + known.zone() + ")";
    switch (answer) {
      case Answer.Allowed yes -> {
        lines.add("Yes: " + who + " may be contacted by " + word(channel) + " on " + moment + ".");
        lines.add("Rules asked: " + String.join(", ", yes.asked().stream().map(Basis::id).toList()));
      }
      case Answer.Refused no -> {
        lines.add("No: " + who + " may not be contacted by " + word(channel) + " on " + moment + ".");
        no.reasons().forEach(reason -> lines.addAll(because(reason)));
        lines.add(no.nextAllowed().map(this::from).orElse("Not as far as is known now, unless something changes."));
      }
    }
    return lines;
  }

  static List<String> because(Answer.Reason reason) {
    var basis = reason.basis();
    return List.of(
        "  " + basis.id() + ": " + reason.why(), "    " + basis.named() + " (" + reason.binding() + "), " + basis.source());
  }

  private String from(Instant next) {
    return "Allowed from " + LOCAL.format(next.atZone(known.zone())) + " (" + next + ").";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
