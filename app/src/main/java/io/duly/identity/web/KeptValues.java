package io.duly.identity.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a session holds, as bytes. Read back are only classes of Duly, of the language and of the few things of Spring that
 * are kept in sessions, so that whoever could write into the table could still not make the server build what they like.
 */
final class KeptValues {
  private static final ObjectInputFilter ALLOWED =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=30;maxrefs=20000;maxbytes=2000000;io.duly.**;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.math.*;java.net.URI;"
              + "org.springframework.security.core.**;org.springframework.security.authentication.*;org.springframework.security.web.**;org.springframework.security.oauth2.core.**;"
              + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;!*");

  private KeptValues() {}

  /** @throws UncheckedIOException where something in it cannot be kept: what is put into a session must be serializable */
  static byte[] bytes(Map<String, Object> values) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(values));
    } catch (IOException e) {
      throw new UncheckedIOException("What is put into a session must be serializable: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /** Empty where it is not what was written, as after a change of the program: whoever it was signs in again. */
  static Optional<Map<String, Object>> read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ALLOWED);
      var values = new HashMap<String, Object>();
      ((Map<?, ?>) in.readObject()).forEach((name, value) -> values.put((String) name, value));
      return Optional.of(values);
    } catch (IOException | ClassNotFoundException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }
}
