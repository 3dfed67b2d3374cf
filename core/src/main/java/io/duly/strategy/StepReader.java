package io.duly.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one entry of {@code steps}. */
final class StepReader {
  static final int MOST_DAYS = 3650;
  private static final int USUAL_GAP = 3;
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "kind",
          "daysFromDue",
          "afterStep",
          "days",
          "gap",
          "channel",
          "fallback",
          "tone",
          "template",
          "stage",
          "conditions");

  private final Section section;
  private final Values values;
  private final Problems problems;
  private Optional<String> id = Optional.empty();

  StepReader(Node node, String path, Problems problems) {
    this.section = Section.of(node, path, KEYS, problems);
    this.values = section.values();
    this.problems = problems;
  }

  /** What a step of a policy can be. */
  enum Kind {
    MESSAGE,
    CALL,
    PLACE,
    WRITE_OFF
  }

  /** The step; empty where it cannot be made out, with problems noted. */
  Optional<Step> read() {
    id = values.id("id", "first-reminder");
    Optional<Act> act = values.word("kind", Kind.class, "message").flatMap(this::act);
    Optional<Trigger> trigger = trigger();
    int gap = values.number("gap", 1, 365, USUAL_GAP);
    var conditions =
        section
            .find("conditions")
            .map(node -> ConditionsReader.of(node, section.path("conditions"), problems));
    int age = conditions.map(ConditionsReader::age).orElse(0);
    List<Condition> read = conditions.map(ConditionsReader::read).orElse(List.of());
    return id.isPresent() && act.isPresent() && trigger.isPresent()
        ? Optional.of(new Step(id.get(), trigger.get(), act.get(), gap, age, read))
        : Optional.empty();
  }

  /** The id, where at least that could be read. */
  Optional<String> id() {
    return id;
  }

  /** Notes a problem with a key of this step. */
  void problem(String key, String message) {
    section.problem(key, message);
  }

  private Optional<Trigger> trigger() {
    if (section.has("daysFromDue") == section.has("afterStep")) {
      section.problem(
          "daysFromDue",
          "write either \"daysFromDue: 14\" or \"afterStep: first-reminder\" with \"days: 14\"");
      return Optional.empty();
    }
    if (section.has("daysFromDue")) {
      refuse("days", "belongs to afterStep; remove it");
      return values.number("daysFromDue", -60, MOST_DAYS).map(Trigger.FromDue::new);
    }
    section.need("days", "14");
    Optional<Integer> days = values.number("days", 0, MOST_DAYS);
    Optional<String> earlier = values.id("afterStep", "first-reminder");
    return earlier.flatMap(step -> days.map(count -> new Trigger.AfterStep(step, count)));
  }

  private Optional<Act> act(Kind kind) {
    return switch (kind) {
      case MESSAGE -> message();
      case CALL -> call();
      case PLACE -> proposal(new Act.Place());
      case WRITE_OFF -> proposal(new Act.WriteOff());
    };
  }

  private Optional<Act> message() {
    List<Channel> channels = channels();
    Optional<Tone> tone = values.word("tone", Tone.class, "friendly");
    Optional<String> template = values.id("template", "first-reminder");
    Optional<Stage> stage = stage();
    if (channels.isEmpty() || tone.isEmpty() || template.isEmpty() || stage.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Act.Message(channels, tone.get(), template.get(), stage.get()));
  }

  private List<Channel> channels() {
    var channels = new ArrayList<Channel>();
    values.word("channel", Channel.class, "email").ifPresent(channels::add);
    section.find("fallback").ifPresent(node -> fallbacks(node, channels));
    if (channels.contains(Channel.CALL)) {
      section.problem(
          "channel", "a message goes by email, sms or letter; for a call write \"kind: call\"");
      channels.clear();
    }
    return channels;
  }

  private void fallbacks(Node node, List<Channel> channels) {
    for (Node each : values.each(node, section.path("fallback"))) {
      values.word(each, section.path("fallback"), Channel.class).ifPresent(channels::add);
    }
    if (channels.stream().distinct().count() < channels.size()) {
      section.problem("fallback", "a channel stands here twice; name another one or remove it");
    }
  }

  private Optional<Act> call() {
    for (String key : List.of("channel", "fallback", "tone")) {
      refuse(key, "does not belong to a call; remove it");
    }
    Optional<String> template =
        section.has("template") ? values.id("template", "call") : Optional.of("call");
    Optional<Stage> stage = stage();
    return template.flatMap(script -> stage.map(reached -> new Act.Call(script, reached)));
  }

  private Optional<Act> proposal(Act act) {
    for (String key : List.of("channel", "fallback", "tone", "template", "stage")) {
      refuse(key, "does not belong to a proposal, which reaches nobody outside; remove it");
    }
    return Optional.of(act);
  }

  private Optional<Stage> stage() {
    Optional<Stage> stage = values.word("stage", Stage.class, "reminder");
    if (stage.isPresent() && stage.get().compareTo(Stage.FINAL_DEMAND) > 0) {
      section.problem(
          "stage",
          "only people put a case there; write courtesy, reminder, negotiation or final-demand");
    }
    return stage;
  }

  private void refuse(String key, String why) {
    if (section.has(key)) {
      section.problem(key, "\"" + key + "\" " + why);
    }
  }
}
