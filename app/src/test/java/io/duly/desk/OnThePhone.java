package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.regex.Pattern;

/** Somebody at the desk calls, without scripts. */
record OnThePhone(Visitor visitor) {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern NUMBER = Pattern.compile("name=\"to\" value=\"([^\"]+)\"");

  /** @return the address of the call with the first number that the brief offers */
  String begin(String caseAddress) {
    var brief = visitor.get(caseAddress + "/brief").body();
    var number = NUMBER.matcher(brief);
    assertThat(number.find()).as("a number that may be called now\n" + brief).isTrue();
    var answer = visitor.post(caseAddress + "/brief", caseAddress + "/calls", java.util.Map.of("to", number.group(1).replace("&#43;", "+")));
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
  }

  /** @param fields names and values in turns */
  void press(String call, String button, String... fields) {
    var form = new HashMap<String, String>();
    var version = VERSION.matcher(visitor.get(call).body());
    assertThat(version.find()).isTrue();
    form.put("version", version.group(1));
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    assertThat(visitor.post(call, call + button, form).statusCode()).isEqualTo(302);
  }

  void party(String call, String who) {
    press(call, "/party", "who", who, "how", "said name and role");
  }
}
