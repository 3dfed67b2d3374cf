package io.duly.identity.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request has read of its session, so that it reads it once: whoever hands out sessions asks again after the answer has gone, only to compare the id.
 * It lives no longer than the request, for a session that was ended is not known to the next one.
 */
final class ReadOnce implements Filter {
  private static final ThreadLocal<Map<String, KeptSession>> READ = new ThreadLocal<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
    READ.set(new HashMap<>());
    try {
      chain.doFilter(request, response);
    } finally {
      READ.remove();
    }
  }

  /** The session as this request has read it; else what {@code reading} finds, or null. */
  static @Nullable KeptSession of(String id, Reading reading) {
    var read = READ.get();
    return read == null ? reading.of(id) : read.computeIfAbsent(id, reading::of);
  }

  /** It is read again when it is asked for again. */
  static void forget(String id) {
    var read = READ.get();
    if (read != null) {
      read.remove(id);
    }
  }

  /** Reads a session. */
  interface Reading {
    @Nullable KeptSession of(String id);
  }
}
