package io.duly.calls;

import io.duly.plans.Plan;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the journal tells of a call that has ended. */
final class Story {
  private Story() {}

  static String summary(Call call, Finish end) {
    var text = new StringBuilder("Call ended: ").append(plain(end.outcome().word())).append(". Next: ").append(plain(end.next().word())).append(", ").append(end.nextOn());
    end.sheet().time(Field.NEXT_AT).ifPresent(time -> text.append(' ').append(time).append(' ').append(call.zone().getId()));
    text.append('.');
    end.agreed().ifPresent(one -> text.append(one.goesFurther() ? " Offered, for a second person: " : " Agreed: ").append(words(one.agreed().offer().plan())).append('.'));
    end.sheet().text(Field.NEEDS).ifPresent(needs -> text.append(" They need: ").append(needs));
    end.sheet().text(Field.NOTE).ifPresent(note -> text.append(" Note: ").append(note));
    return text.toString();
  }

  static Map<String, Object> facts(Call call, Finish end) {
    var facts = new TreeMap<String, Object>();
    facts.put("outcome", end.outcome().word());
    facts.put("next", end.next().word());
    facts.put("nextOn", end.nextOn().toString());
    facts.put("beganAt", call.beganAt().toString());
    facts.put("confirmed", end.sheet().ticked(Field.CONFIRMED));
    facts.put("heated", call.heatedAt().isPresent());
    end.agreed().ifPresent(one -> facts.put(one.goesFurther() ? "offered" : "agreed", words(one.agreed().offer().plan())));
    for (var field : new Field[] {Field.WORDS, Field.READING, Field.CATEGORY, Field.NEEDS, Field.NOTE}) {
      end.sheet().text(field).ifPresent(text -> facts.put(field.word(), text));
    }
    return facts;
  }

  static String words(Plan plan) {
    return plan.instalments().stream().map(part -> part.amount() + " on " + part.dueOn()).collect(Collectors.joining(", "));
  }

  private static String plain(String word) {
    return word.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
