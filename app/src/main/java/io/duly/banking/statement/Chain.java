package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The booked statements of one account in one currency, in the order in which they belong: by their days, and within a
 * day by what opens where another closes. The order in which the files came does not matter.
 *
 * @param links one for every statement given, in that order
 */
public record Chain(String account, String currency, List<Link> links) {
  private record Key(String account, String currency) {}

  public Chain {
    links = List.copyOf(links);
  }

  /** Whether nothing is missing: every statement follows, repeats or begins. */
  public boolean unbroken() {
    return links.stream().noneMatch(link -> link instanceof Link.Gap || link instanceof Link.Unplaced);
  }

  /** Chains by account, of every booked statement among those given; the others are left out. */
  public static List<Chain> of(Collection<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.kind() == StatementKind.BOOKED)
        .collect(Collectors.groupingBy(each -> new Key(each.account(), each.currency().getCurrencyCode()), LinkedHashMap::new, Collectors.toList()))
        .entrySet().stream()
        .map(group -> new Chain(group.getKey().account(), group.getKey().currency(), links(group.getValue())))
        .toList();
  }

  private static List<Link> links(List<Statement> unordered) {
    var links = new ArrayList<Link>();
    var told = new HashSet<Object>();
    var known = new HashMap<Entry, Integer>();
    var waiting = new ArrayList<>(unordered.stream().sorted(BY_DAY).toList());
    Statement last = null;
    while (!waiting.isEmpty()) {
      Statement next = waiting.remove(last == null ? 0 : following(last, waiting));
      Link link = link(next, last, told, known);
      links.add(link);
      remember(next, told, known);
      last = link instanceof Link.Duplicate || link instanceof Link.Unplaced || reachesNoFurther(next, last) ? last : next;
    }
    return links;
  }

  private static final Comparator<Statement> BY_DAY =
      Comparator.comparing((Statement each) -> each.ends().orElse(LocalDate.MIN))
          .thenComparing(each -> each.begins().orElse(LocalDate.MIN))
          .thenComparing(each -> each.number().map(Chain::digits).orElse(""))
          .thenComparing(each -> each.page().orElse(0));

  /** Of the waiting ones of the same days, the one that opens where the last closed; else the first. */
  private static int following(Statement last, List<Statement> waiting) {
    var day = waiting.getFirst().ends();
    for (int at = 0; at < waiting.size() && waiting.get(at).ends().equals(day); at++) {
      if (opensWhere(last, waiting.get(at))) {
        return at;
      }
    }
    return 0;
  }

  private static Link link(Statement next, @Nullable Statement last, Set<Object> told, Map<Entry, Integer> known) {
    if (told.contains(sameness(next))) {
      return new Link.Duplicate(next);
    }
    if (next.opening().isEmpty() || next.closing().isEmpty()) {
      return new Link.Unplaced(next);
    }
    if (last == null) {
      return new Link.First(next);
    }
    if (opensWhere(last, next)) {
      return new Link.Follows(next);
    }
    var fresh = fresh(next, known);
    boolean repeats = fresh.size() < next.entries().size();
    return repeats ? new Link.Overlap(next, fresh) : new Link.Gap(next, last, missing(last, next));
  }

  private static boolean opensWhere(Statement last, Statement next) {
    return last.closing().map(Balance::amount).equals(next.opening().map(Balance::amount))
        && !next.begins().orElse(LocalDate.MAX).isBefore(last.begins().orElse(LocalDate.MIN));
  }

  private static Money missing(Statement last, Statement next) {
    return next.opening().orElseThrow().amount().minus(last.closing().orElseThrow().amount());
  }

  private static List<Entry> fresh(Statement next, Map<Entry, Integer> known) {
    var left = new HashMap<>(known);
    return next.entries().stream().filter(entry -> left.merge(entry, -1, Integer::sum) < 0).toList();
  }

  private static void remember(Statement next, Set<Object> told, Map<Entry, Integer> known) {
    if (told.add(sameness(next))) {
      var here = new HashMap<Entry, Integer>();
      next.entries().forEach(entry -> here.merge(entry, 1, Integer::sum));
      here.forEach((entry, times) -> known.merge(entry, times, Math::max));
    }
  }

  /** A file sent again may have a new id and a new time: days, balances and entries decide. */
  private static Object sameness(Statement each) {
    return List.of(each.begins(), each.opening(), each.closing(), each.number(), each.page(), each.entries());
  }

  private static boolean reachesNoFurther(Statement next, @Nullable Statement last) {
    return last != null && next.ends().orElse(LocalDate.MIN).isBefore(last.ends().orElse(LocalDate.MIN));
  }

  private static String digits(String number) {
    String digits = number.replaceAll("\\D", "");
    return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
  }
}
