package io.duly.webhooks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is sent: what kind of thing happened, when, and in which case. No name, no word, no amount: whoever may know asks the API. */
final class Body {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CASE = "/api/v1/cases/";

  private Body() {}

  static byte[] of(Claimed event) {
    var data = new LinkedHashMap<String, Object>();
    event.about().ifPresent(about -> {
      data.put("creditorId", about.creditor());
      data.put("caseId", about.recovery());
      data.put("caseNumber", about.number());
      data.put("seq", about.seq());
      data.put("case", CASE + about.number());
      data.put("entry", CASE + about.number() + "/journal/" + about.seq());
    });
    var body = new LinkedHashMap<String, Object>(Map.of());
    body.put("type", event.kind());
    body.put("timestamp", instant(event.occurredAt()));
    body.put("data", data);
    return JSON.writeValueAsBytes(body);
  }

  private static String instant(Instant at) {
    return at.toString();
  }
}
