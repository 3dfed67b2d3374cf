package io.duly.desk.api;

import io.duly.cases.Papers;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.desk.template.BrandingPage;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body was read to its end, within bounds: it can be read again, and has a fingerprint. What may be large lies on the disk meanwhile. */
final class Received implements AutoCloseable {
  private static final int MOST_JSON = 1 << 20;
  private static final long MOST_IMPORT = 1L << 30;

  private final HttpServletRequest request;
  private final Path file;
  private final byte[] fingerprint;

  private Received(HttpServletRequest request, Path file, byte[] fingerprint) {
    this.request = request;
    this.file = file;
    this.fingerprint = fingerprint;
  }

  /** @throws Refusal where the body is larger than the address takes */
  static Received of(HttpServletRequest request) throws IOException {
    if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
      throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A file is sent as the body itself, not as a form.");
    }
    long most = most(request.getRequestURI());
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    var file = Files.createTempFile("duly-api-", ".body");
    var digest = sha256();
    digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
    try (var in = new DigestInputStream(request.getInputStream(), digest); var out = Files.newOutputStream(file)) {
      copy(in, out, most);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
    return new Received(request, file, digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(InputStream in, java.io.OutputStream out, long most) throws IOException {
    var buffer = new byte[1 << 16];
    long all = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      all += read;
      if (all > most) {
        throw tooLarge(most);
      }
      out.write(buffer, 0, read);
    }
  }

  private static long most(String path) {
    return path.endsWith("/imports") ? MOST_IMPORT : path.endsWith("/documents") ? Papers.MOST_BYTES : path.endsWith("/branding/logo") ? BrandingPage.MOST_BYTES : MOST_JSON;
  }

  private static Refusal tooLarge(long most) {
    return new Refusal(ProblemType.TOO_LARGE, "A body has at most " + most + " bytes here.");
  }

  byte[] fingerprint() {
    return fingerprint.clone();
  }

  /** The request, its body to be read as if it had not been. */
  HttpServletRequest request() throws IOException {
    var body = new FromFile(Files.newInputStream(file));
    return new HttpServletRequestWrapper(request) {
      @Override
      public ServletInputStream getInputStream() {
        return body;
      }
    };
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static final class FromFile extends ServletInputStream {
    private final InputStream in;
    private boolean finished;

    FromFile(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      finished = next < 0;
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = in.read(buffer, from, length);
      finished = read < 0;
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    @Override
    public boolean isFinished() {
      return finished;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new UnsupportedOperationException("read at once");
    }
  }
}
