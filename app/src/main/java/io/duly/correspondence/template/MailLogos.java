package io.duly.correspondence.template;

import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The logo in the head of an e-mail. The words name it by the hash of the picture, so that who approves the words approves the
 * logo; it travels with the mail (RFC 2392) and is never fetched.
 */
@Component
public final class MailLogos {
  /** On the screen, in CSS pixels; the picture itself has twice that. */
  static final int HEIGHT = 48;

  private static final int WIDEST = 560;
  private static final int MOST_KEPT = 64;
  private static final Pattern NAMED = Pattern.compile("<img src=\"cid:([0-9a-f]{64})@logo\\.invalid\"");

  private final Archive archive;
  private final Map<Sha256, byte[]> small =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Sha256, byte[]> eldest) {
              return size() > MOST_KEPT;
            }
          });

  MailLogos(Archive archive) {
    this.archive = archive;
  }

  /**
   * A picture that goes with a mail.
   *
   * @param contentId without its angle brackets
   * @param png small enough for the head of a mail
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Inline(String contentId, byte[] png) {}

  static String address(Sha256 logo) {
    return "cid:" + contentId(logo.hex());
  }

  /** The logo that a mail names. */
  public Optional<Inline> in(DSLContext tx, String html) {
    var named = NAMED.matcher(html);
    return named.find() ? png(tx, Sha256.ofHex(named.group(1))).map(png -> new Inline(contentId(named.group(1)), png)) : Optional.empty();
  }

  /** The mail as it is looked at here, with the picture in the place of its name. */
  public String shown(DSLContext tx, String html) {
    return in(tx, html)
        .map(logo -> html.replace("\"cid:" + logo.contentId() + "\"", "\"data:image/png;base64," + Base64.getEncoder().encodeToString(logo.png()) + "\""))
        .orElse(html);
  }

  private Optional<byte[]> png(DSLContext tx, Sha256 logo) {
    var known = small.get(logo);
    if (known != null) {
      return Optional.of(known);
    }
    var png = archive.document(tx, logo).map(Document::bytes).map(picture -> Logo.within(picture, WIDEST, 2 * HEIGHT));
    png.ifPresent(one -> small.put(logo, one));
    return png;
  }

  private static String contentId(String hex) {
    return hex + "@logo.invalid";
  }
}
