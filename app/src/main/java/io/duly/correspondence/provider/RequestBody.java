package io.duly.correspondence.provider;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a request. The same delivery makes the same bytes.
 *
 * @param mediaType with its boundary
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RequestBody(String mediaType, byte[] bytes) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern UNQUOTABLE = Pattern.compile("[\\p{Cntrl}\"\\\\]");

  static RequestBody of(Shape shape, Delivery delivery) {
    return switch (shape.body()) {
      case FORM -> new RequestBody("application/x-www-form-urlencoded", form(shape, delivery).getBytes(StandardCharsets.US_ASCII));
      case JSON -> new RequestBody("application/json", json(shape, delivery));
      case MULTIPART -> multipart(shape, delivery);
    };
  }

  private static String form(Shape shape, Delivery delivery) {
    var values = withFile(delivery);
    return shape.fields().entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(Blanks.fill(field.getValue().toString(), values)))
        .collect(Collectors.joining("&"));
  }

  private static byte[] json(Shape shape, Delivery delivery) {
    var values = withFile(delivery);
    return JSON.writeValueAsBytes(Blanks.fillTree(shape.fields(), text -> Blanks.fill(text, values)));
  }

  /** In text a file stands as base64. */
  private static Map<String, String> withFile(Delivery delivery) {
    var values = new HashMap<>(delivery.values());
    values.put("file", Base64.getEncoder().encodeToString(delivery.file()));
    return values;
  }

  /** The key is of letters, digits and lines, and in no file by chance: it ends no part but where one ends. */
  private static RequestBody multipart(Shape shape, Delivery delivery) {
    var boundary = "duly-" + delivery.values().getOrDefault("key", "").replaceAll("[^A-Za-z0-9-]", "") + "-part";
    var out = new ByteArrayOutputStream();
    shape.fields().forEach((name, value) -> {
      out.writeBytes(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quotable(name) + "\""));
      if (value.equals("{file}")) {
        out.writeBytes(text("; filename=\"" + quotable(delivery.values().getOrDefault("fileName", "letter.pdf")) + "\"\r\nContent-Type: application/pdf\r\n\r\n"));
        out.writeBytes(delivery.file());
      } else {
        out.writeBytes(text("\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + Blanks.fill(value.toString(), delivery.values())));
      }
      out.writeBytes(text("\r\n"));
    });
    out.writeBytes(text("--" + boundary + "--\r\n"));
    return new RequestBody("multipart/form-data; boundary=" + boundary, out.toByteArray());
  }

  private static String quotable(String words) {
    return UNQUOTABLE.matcher(words).replaceAll("_");
  }

  private static byte[] text(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
