package io.duly.desk.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something was not done (RFC 9457).
 *
 * @param type which kind it is, a name that does not change
 * @param title the kind in words
 * @param detail what to do about it
 * @param errors where exactly; empty where it is not about a part of the request
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(String type, String title, int status, String detail, List<Part> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A part of the request.
   *
   * @param pointer into the body (RFC 6901)
   * @param parameter of the address, or a header
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Part(String detail, Optional<String> pointer, Optional<String> parameter) {
    public static Part of(String pointer, String detail) {
      return new Part(detail, Optional.of(pointer), Optional.empty());
    }

    public static Part ofParameter(String name, String detail) {
      return new Part(detail, Optional.empty(), Optional.of(name));
    }
  }

  public static Problem of(ProblemType type, String detail, Part... errors) {
    return new Problem(type.uri(), type.title(), type.status(), detail, List.of(errors));
  }

  /** What is said where only the status is known. */
  public static Problem of(ProblemType type) {
    return of(type, switch (type) {
      case UNAUTHENTICATED -> "Send a token in the header: Authorization: Bearer duly_… A person makes one on the page /me; one that has expired or was ended is good no longer.";
      case FORBIDDEN -> "Ask an administrator for a role that allows it.";
      case NOT_FOUND -> "There is nothing at this address, or nothing that the token may see.";
      case METHOD_NOT_ALLOWED -> "The header Allow says which methods the address knows.";
      case TOO_MANY_REQUESTS -> "The header Retry-After says in how many seconds the token may ask again.";
      case INTERNAL_ERROR -> "Nothing was half done. The log of the server says where it happened.";
      default -> type.title() + ".";
    });
  }

  public byte[] bytes() {
    return JSON.writeValueAsBytes(this);
  }

  public void write(HttpServletResponse response) throws IOException {
    var bytes = bytes();
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
