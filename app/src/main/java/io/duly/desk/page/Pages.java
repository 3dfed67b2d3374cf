package io.duly.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the templates, which are compiled with the application. */
@Component
public final class Pages {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");

  /** @param values what the template takes beside the reader {@code r} */
  public ResponseEntity<byte[]> show(String template, Reader reader, Map<String, Object> values) {
    return show(HttpStatus.OK, template, reader, values);
  }

  public ResponseEntity<byte[]> show(HttpStatus status, String template, Reader reader, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("r", reader);
    var out = new Utf8ByteOutput();
    engine.render(template + ".jte", all, out);
    return ResponseEntity.status(status).contentType(HTML).body(out.toByteArray());
  }
}
