package io.duly.correspondence.provider;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an answer means. The status says most; codes in the body say what a status leaves open. */
final class Answered {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration WITHOUT_WORD = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(24);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

  private final Shape.Reading reading;
  private final int status;
  private final HttpHeaders headers;
  private final Optional<JsonNode> body;

  /** @param bytes empty where the answer broke off before its end */
  Answered(Shape.Reading reading, int status, HttpHeaders headers, Optional<byte[]> bytes) {
    this.reading = reading;
    this.status = status;
    this.headers = headers;
    this.body = bytes.flatMap(Answered::json);
  }

  Heard meaning() {
    if (status < 300) {
      return taken();
    }
    var code = at(reading.code()).orElse("");
    if (status == 401 || status == 402 || status == 403 || status == 404 || status == 405 || status == 407 || status < 400) {
      return isOf(reading.noSuchNumber(), code) ? new Heard.Refused(words(), true) : new Heard.Later(words() + ofOurs(), true, Duration.ZERO);
    }
    if (status == 429 || status == 503) {
      return new Heard.Later(words(), true, rest());
    }
    if (status == 408 || status == 425) {
      return new Heard.Later(words(), false, Duration.ZERO);
    }
    return status == 409 || status >= 500 ? new Heard.Silence(words(), status >= 500) : coded(code);
  }

  private Heard taken() {
    if (reading.accepted().isEmpty() || isOf(reading.accepted().get().is(), at(Optional.of(reading.accepted().get().at())).orElse(""))) {
      return new Heard.Taken(status + at(reading.id()).map(id -> " " + id).orElse(""), at(reading.id()));
    }
    return body.isEmpty() ? new Heard.Silence(words() + " and no answer that can be read", false) : coded(at(reading.code()).orElse(""));
  }

  private Heard coded(String code) {
    return isOf(reading.later(), code) ? new Heard.Later(words(), false, Duration.ZERO) : new Heard.Refused(words(), isOf(reading.noSuchNumber(), code));
  }

  private String ofOurs() {
    return status == 404 || status == 405 || status < 400 ? " (is the URL right?)" : " (are user, password or token right?)";
  }

  /** How long to wait, in seconds; a date is taken for a minute. */
  private Duration rest() {
    var told = headers.firstValue("Retry-After").map(String::strip).filter(text -> SECONDS.matcher(text).matches());
    var rest = told.map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(WITHOUT_WORD);
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }

  private String words() {
    var said = at(reading.error()).map(text -> " " + text).orElse("");
    return status + at(reading.code()).map(code -> " " + code).orElse("") + said;
  }

  private Optional<String> at(Optional<String> pointer) {
    return pointer.flatMap(at -> body.map(tree -> tree.at(at))).filter(JsonNode::isValueNode).map(JsonNode::asString);
  }

  private static boolean isOf(java.util.List<String> codes, String code) {
    return !code.isEmpty() && codes.contains(code);
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      return Optional.ofNullable(JSON.readTree(new String(bytes, StandardCharsets.UTF_8))).filter(JsonNode::isContainer);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
