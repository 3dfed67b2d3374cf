package io.duly.desk.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands files out so that a browser saves them, or shows them with nothing running and nothing fetched. */
public final class Handing {
  private static final String POLICY = "Content-Security-Policy";
  private static final String INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

  /** A browser's own viewer does not work in a sandbox. */
  private static final String VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

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

  /** What a stranger sent, shown in a frame of the desk: as what it was found to be, with nothing running. */
  public static ResponseEntity<byte[]> shown(String name, String mediaType, byte[] bytes) {
    var type = MediaType.parseMediaType(mediaType);
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .header(POLICY, type.isCompatibleWith(MediaType.APPLICATION_PDF) ? VIEWED : INERT)
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }

  /** What a stranger sent, to be saved, whatever it says that it is. */
  public static ResponseEntity<byte[]> saved(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .header(POLICY, INERT)
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }

  /** A picture that was drawn here. */
  public static ResponseEntity<byte[]> png(byte[] bytes) {
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).header(POLICY, INERT).body(bytes);
  }

  /** HTML of a message: styled by itself, but nothing in it runs, is sent or fetched. */
  public static ResponseEntity<byte[]> inert(byte[] html) {
    return ResponseEntity.ok().contentType(new MediaType("text", "html", StandardCharsets.UTF_8)).header(POLICY, INERT).body(html);
  }
}
