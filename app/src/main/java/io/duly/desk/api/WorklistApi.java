package io.duly.desk.api;

import io.duly.desk.worklist.Filter;
import io.duly.desk.worklist.Owned;
import io.duly.desk.worklist.Position;
import io.duly.desk.worklist.View;
import io.duly.desk.worklist.Work;
import io.duly.desk.worklist.Worklists;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/worklist")
@Tag(name = "Worklist")
class WorklistApi {
  private final Worklists lists;

  WorklistApi(Worklists lists) {
    this.lists = lists;
  }

  @GetMapping
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "worklist", summary = "Whose turn it is today, the most urgent first",
      description = "Lines that cannot be worked on now sink to the end of their page. With a filter that looks at each line a page may hold fewer than the limit, and still have a next one.")
  Listing<WorklistLine> worklist(
      Call call,
      @RequestParam Optional<WorkKind> work,
      @RequestParam Optional<UUID> creditor,
      @RequestParam Optional<WhoseCases> owner,
      @Parameter(description = "as in EUR") @RequestParam Optional<String> currency,
      @Parameter(description = "as in final_demand") @RequestParam Optional<String> stage,
      @Parameter(description = "of the debtor, as in DE") @RequestParam Optional<String> country,
      @Parameter(description = "of the debtor, as in de") @RequestParam Optional<String> language,
      @Parameter(description = "a part of the debtor's name") @RequestParam Optional<String> name,
      @Parameter(description = "what is owed at least, in major units") @RequestParam Optional<Long> from,
      @Parameter(description = "what is owed at most, in major units") @RequestParam Optional<Long> to,
      @Parameter(description = "days overdue at least") @RequestParam Optional<Integer> older,
      @RequestParam Optional<PromiseState> promise,
      @Parameter(description = "1: only whom one may call at this minute") @Schema(allowableValues = "1") @RequestParam Optional<String> now,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var values = new TreeMap<String, String>();
    put(values, "currency", currency);
    put(values, "stage", stage);
    put(values, "country", country);
    put(values, "language", language);
    put(values, "name", name);
    put(values, "from", from);
    put(values, "to", to);
    put(values, "older", older);
    put(values, "promise", promise);
    put(values, "now", now);
    var filter = Filter.of(values);
    refuseUnread(values, filter.values());
    var list = "worklist " + work + creditor + owner + values;
    var view = new View(work.flatMap(kind -> Work.of(kind.name())), creditor, owner.flatMap(whose -> Owned.of(whose.name())), filter, Cursor.read(cursor, list, Position::of));
    var shown = lists.read(call.person(), view, call.today(), limit);
    return Listing.of(
        shown.lines().stream().map(line -> WorklistLine.of(line, call)).toList(),
        shown.more().map(position -> Cursor.of(list, position.toString())));
  }

  private static void put(Map<String, String> values, String name, Optional<?> value) {
    value.ifPresent(one -> values.put(name, one.toString()));
  }

  /** A page forgives what it cannot read; a program is told. */
  private static void refuseUnread(Map<String, String> asked, Map<String, String> read) {
    asked.keySet().stream().filter(name -> !read.containsKey(name)).findFirst().ifPresent(name -> {
      throw new io.duly.desk.problem.Refusal(Misunderstood.parameter(name, "“" + asked.get(name) + "” is not what is expected here."));
    });
  }

  /** Spelled as addresses have them. */
  enum WorkKind { call, verify, allocate, send, place, write_off, review, wait }

  enum WhoseCases { mine, unassigned }

  enum PromiseState { running, broken, none }
}
