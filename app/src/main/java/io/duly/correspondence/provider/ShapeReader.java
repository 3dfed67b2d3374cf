package io.duly.correspondence.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads shapes from YAML. What it does not know is a mistake, said by name. */
final class ShapeReader {
  private static final int MOST_SIGNS = 20_000;
  private static final int DEEPEST = 12;
  private static final Set<String> KEYS = Set.of("service", "about", "body", "signIn", "headers", "fields", "answer", "receipt");
  private static final Set<String> ANSWERS = Set.of("accepted", "id", "error", "code", "noSuchNumber", "later");
  private static final Set<String> RECEIPTS = Set.of("each", "key", "id", "status", "delivered", "failed", "code", "error", "noSuchNumber");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final Pattern POINTER = Pattern.compile("(/[^/\\p{Cntrl}]{1,60}){1,8}");

  private ShapeReader() {}

  /** @throws InvalidShape where it is none, saying what belongs there */
  static Shape read(String yaml) {
    var all = map("the shape", loaded(yaml));
    known(all, KEYS, "");
    var service = oneOf("service", all.get("service"), Service.values());
    var body = oneOf("body", all.get("body"), Shape.Body.values());
    var headers = words("headers", all.get("headers"));
    headers.keySet().forEach(name -> require(HEADER.matcher(name).matches(), "'" + name + "' is no name of a header"));
    var fields = map("fields", all.get("fields"));
    Blanks.check(service, body, headers, fields);
    return new Shape(
        service, text("about", all.getOrDefault("about", "")), body, signIn(all.get("signIn")), headers, fields, reading(map("answer", all.getOrDefault("answer", Map.of()))),
        Optional.ofNullable(all.get("receipt")).map(one -> receipts(service, map("receipt", one))));
  }

  private static Shape.Receipts receipts(Service service, Map<String, Object> receipt) {
    known(receipt, RECEIPTS, "receipt.");
    require(service == Service.SMS, "receipt is of service sms only");
    var key = pointer(receipt, "key");
    var id = pointer(receipt, "id");
    require(key.isPresent() || id.isPresent(), "receipt needs key: or id:, by which the message is known");
    var status = pointer(receipt, "status").orElseThrow(() -> new InvalidShape("receipt needs status:"));
    var delivered = codes(receipt, "delivered");
    var failed = codes(receipt, "failed");
    require(!delivered.isEmpty() && !failed.isEmpty(), "receipt needs delivered: and failed:, the statuses that say so");
    return new Shape.Receipts(
        pointer(receipt, "each"), key, id, status, delivered, failed, pointer(receipt, "code"), pointer(receipt, "error"), codes(receipt, "noSuchNumber"));
  }

  private static @Nullable Object loaded(String yaml) {
    require(yaml.length() <= MOST_SIGNS, "it has more than " + MOST_SIGNS + " signs");
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException notYaml) {
      throw new InvalidShape("A shape is YAML, and this is not: " + notYaml.getMessage());
    }
  }

  private static Shape.SignIn signIn(@Nullable Object value) {
    return switch (value) {
      case String word when word.equals("none") -> new Shape.SignIn.Nobody();
      case String word when word.equals("basic") -> new Shape.SignIn.Basic();
      case String word when word.equals("bearer") -> new Shape.SignIn.Token("Authorization", "Bearer ");
      case Map<?, ?> token -> token(map("signIn", token));
      case null, default -> throw new InvalidShape("signIn is none, basic, bearer, or {header: X-Api-Key, prefix: \"\"}");
    };
  }

  private static Shape.SignIn token(Map<String, Object> token) {
    known(token, Set.of("header", "prefix"), "signIn.");
    var header = text("signIn.header", token.get("header"));
    require(HEADER.matcher(header).matches(), "'" + header + "' is no name of a header");
    return new Shape.SignIn.Token(header, text("signIn.prefix", token.getOrDefault("prefix", "")));
  }

  private static Shape.Reading reading(Map<String, Object> answer) {
    known(answer, ANSWERS, "answer.");
    var accepted = Optional.ofNullable(answer.get("accepted")).map(one -> accepted(map("answer.accepted", one)));
    return new Shape.Reading(
        accepted, pointer(answer, "id"), pointer(answer, "error"), pointer(answer, "code"), codes(answer, "noSuchNumber"), codes(answer, "later"));
  }

  private static Shape.Accepted accepted(Map<String, Object> value) {
    known(value, Set.of("at", "is"), "answer.accepted.");
    var at = pointer(value, "at").orElseThrow(() -> new InvalidShape("answer.accepted needs at: and is:"));
    return new Shape.Accepted(at, codes(value, "is"));
  }

  private static Optional<String> pointer(Map<String, Object> answer, String key) {
    var value = Optional.ofNullable(answer.get(key)).map(Object::toString);
    value.ifPresent(text -> require(POINTER.matcher(text).matches(), key + " is a place such as /messages/0/id, not '" + text + "'"));
    return value;
  }

  private static List<String> codes(Map<String, Object> answer, String key) {
    return switch (answer.get(key)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> throw new InvalidShape(key + " is a list, as in [\"400\", \"invalid-number\"]");
    };
  }

  private static <E extends Enum<E>> E oneOf(String key, @Nullable Object value, E[] all) {
    for (var one : all) {
      if (one.name().toLowerCase(Locale.ROOT).equals(value)) {
        return one;
      }
    }
    throw new InvalidShape(key + " is one of " + List.of(all).toString().toLowerCase(Locale.ROOT) + ", not '" + value + "'");
  }

  private static Map<String, String> words(String key, @Nullable Object value) {
    var words = new java.util.LinkedHashMap<String, String>();
    map(key, value == null ? Map.of() : value).forEach((name, one) -> words.put(name, text(key + "." + name, one)));
    return java.util.Collections.unmodifiableMap(words);
  }

  private static Map<String, Object> map(String key, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new InvalidShape(key + " is a list of names with values");
    }
    var copy = new java.util.LinkedHashMap<String, Object>();
    map.forEach((name, one) -> copy.put(String.valueOf(name), one == null ? "" : one));
    return java.util.Collections.unmodifiableMap(copy);
  }

  private static String text(String key, @Nullable Object value) {
    if (value instanceof Map || value instanceof List || value == null) {
      throw new InvalidShape(key + " is a word or a line");
    }
    require(value.toString().chars().noneMatch(Character::isISOControl), key + " is one line");
    return value.toString();
  }

  private static void known(Map<String, Object> map, Set<String> names, String where) {
    map.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
      throw new InvalidShape("there is no '" + where + unknown + "'; there are " + names.stream().sorted().toList());
    });
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new InvalidShape(rule);
    }
  }
}
