package io.duly.desk;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the desk, filled with what is there of one creditor, and with a form that can be read. */
final class Endpoints {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)[^}]*}", Pattern.CASE_INSENSITIVE);

  private final Desk desk;
  private final List<String> ids;
  private final long number;
  private final int paper;

  /** @param method {@code GET} or {@code POST} */
  record Endpoint(RequestMethod method, String pattern, Map<String, String> form, boolean takesAFile) {
    boolean isOfACase() {
      return pattern.startsWith("/cases/");
    }

    boolean names() {
      return pattern.contains("{");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** @param creditor by name; one row of each of its tables is a candidate for each id in an address */
  Endpoints(Desk desk, String creditor, long number) {
    this.desk = desk;
    this.number = number;
    this.paper = desk.database.<Integer>ask(tx -> tx.fetchOptional("select seq from journal.entry e join cases.recovery_case c on c.id = e.case_id where c.number = ? and e.document is not null limit 1", number)
        .map(row -> row.get(0, Integer.class)).orElse(1));
    this.ids = ids(creditor);
  }

  List<Endpoint> all() {
    var all = new ArrayList<Endpoint>();
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, method) -> {
        var methods = info.getMethodsCondition().getMethods();
        for (var pattern : info.getPatternValues()) {
          if ((pattern + "/").startsWith("/d/")) {
            continue; // a debtor's, whom PortalAttacksTest sends to all of them
          }
          for (var one : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            all.add(new Endpoint(one, pattern, form(method), method.toString().contains("Multipart")));
          }
        }
      });
    }
    return all;
  }

  /** Addresses of one pattern: once for each id that is there, where it names one. */
  List<String> paths(Endpoint endpoint) {
    var paths = new TreeSet<String>();
    for (var id : endpoint.pattern().replace("{number}", "").contains("{") ? ids : List.of("")) {
      paths.add(PLACE.matcher(endpoint.pattern()).replaceAll(place -> switch (place.group(1)) {
        case "number" -> String.valueOf(number);
        case "seq" -> String.valueOf(paper);
        case "nth" -> "1";
        case "until" -> "2026-11-20";
        case "kind" -> "first-reminder";
        case "language" -> "en";
        case "file" -> "letters.pdf";
        default -> id;
      }));
    }
    return List.copyOf(paths);
  }

  /** All tables that hold rows of creditors. */
  static List<String> tables(Desk desk) {
    return desk.database.ask(tx -> tx.fetch(
            "select c.oid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where a.attname = 'creditor_id' and not a.attisdropped and c.relkind = 'r' and n.nspname !~ '^(pg_|information|ext)' order by 1")
        .getValues(0, String.class));
  }

  private List<String> ids(String creditor) {
    return desk.database.ask(tx -> {
      var all = new TreeSet<String>();
      var owner = tx.fetchSingle("select id from parties.creditor where name = ?", creditor).get(0, UUID.class);
      all.add(owner.toString());
      for (var table : tables(desk)) {
        var keys = tx.fetch("select attname::text from pg_attribute where attrelid = ?::regclass and attname in ('id', 'receipt_id', 'task_id') and atttypid = 'uuid'::regtype and not attisdropped", table);
        keys.forEach(key -> tx.fetch("select " + key.get(0) + "::text from " + table + " where creditor_id = ? order by 1 limit 2", owner).forEach(row -> all.add(row.get(0, String.class))));
      }
      return List.copyOf(all);
    });
  }

  /** Something that can be read in each field of the form. */
  private Map<String, String> form(HandlerMethod method) {
    var form = new LinkedHashMap<String, String>();
    for (var parameter : method.getMethodParameters()) {
      var asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var name = asked.name().isEmpty() ? asked.value().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.value() : asked.name();
        form.put(name, typed(name, parameter.getGenericParameterType()));
      }
    }
    form.remove("file");
    form.remove("sent");
    form.put("version", "0");
    form.put("live", "1");
    return new HashMap<>(form);
  }

  private String typed(String name, Type type) {
    var wanted = type.getTypeName();
    if (wanted.contains("UUID")) {
      return ids.getFirst();
    }
    if (wanted.contains("LocalTime")) {
      return "10:00";
    }
    if (wanted.contains("LocalDate") || name.endsWith("On") || name.equals("until") || name.equals("due")) {
      return "2026-12-01";
    }
    if (wanted.contains("boolean") || wanted.contains("Boolean")) {
      return "true";
    }
    if (wanted.contains("int") || wanted.contains("Integer") || wanted.contains("long")) {
      return "1";
    }
    if (type instanceof Class<?> one && one.isEnum()) {
      return String.valueOf(one.getEnumConstants()[0]);
    }
    return switch (name) {
      case "currency" -> "GBP";
      case "amount" -> "1.00";
      case "kind" -> "MANUAL";
      case "category" -> "OTHER";
      case "channel" -> "email";
      default -> "x";
    };
  }
}
