package io.duly.desk.page;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands files out so that a browser saves them, or shows them with nothing running and nothing fetched. */
public final class Handing {
  private static final String POLICY = "Content-Security-Policy";
  private static final String INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

  private Handing() {}

  /** As a file to be saved. */
  public static ResponseEntity<byte[]> out(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .header(POLICY, INERT)
        .body(bytes);
  }

  /** A PDF to be looked at in a window of its own. */
  public static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
        .body(bytes);
  }

  /** A picture that was drawn here. */
  public static ResponseEntity<byte[]> png(byte[] bytes) {
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).header(POLICY, INERT).body(bytes);
  }

  /** HTML of a message: styled by itself, but nothing in it runs, is sent or fetched. */
  public static ResponseEntity<byte[]> inert(byte[] html) {
    return ResponseEntity.ok().contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8)).header(POLICY, INERT).body(html);
  }
}
