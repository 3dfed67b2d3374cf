package io.duly.einvoice.reading;

import io.duly.einvoice.model.CannotRead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** The document inside a signed envelope (CMS, {@code .p7m}); whether the signature is good is not looked at. */
final class Signed {
  /** How ASN.1 writes the number of "signed data". */
  private static final String SIGNED_DATA = "\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";
  private static final Pattern BASE64 = Pattern.compile("(?s)\\s*(-----BEGIN (PKCS7|CMS)-----)?\\s*MI[A-Za-z0-9+/=\\s]{30,}.*");
  private static final int LOOK = 60;

  private Signed() {}

  static boolean is(byte[] head) {
    var start = new String(head, 0, Math.min(head.length, LOOK), StandardCharsets.ISO_8859_1);
    return start.startsWith("0") && start.contains(SIGNED_DATA) || BASE64.matcher(start).matches() && is(decoded(start));
  }

  private static byte[] decoded(String text) {
    var letters = text.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("[^A-Za-z0-9+/]", "");
    return Base64.getMimeDecoder().decode(letters.substring(0, letters.length() / 4 * 4));
  }

  /** @throws CannotRead where the envelope is broken, empty or encrypted */
  static byte[] content(byte[] file) {
    var binary = file[0] == '0' ? file : Base64.getMimeDecoder().decode(new String(file, StandardCharsets.ISO_8859_1).replaceAll("-----[A-Z0-9 ]+-----", ""));
    try {
      var content = new CMSSignedData(binary).getSignedContent();
      if (content == null) {
        throw new CannotRead("The signed file holds only a signature; the invoice is in another file. Import that one.");
      }
      var bytes = new ByteArrayOutputStream();
      content.write(bytes);
      return bytes.toByteArray();
    } catch (CMSException | IOException | IllegalArgumentException broken) {
      throw new CannotRead("The signed file is broken and cannot be opened. Ask the sender for it again.", broken);
    }
  }
}
