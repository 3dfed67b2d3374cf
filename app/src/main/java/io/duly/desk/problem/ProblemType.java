package io.duly.desk.problem;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems. Their names are part of the API and do not change. */
public enum ProblemType {
  INVALID_REQUEST(400, "The request cannot be understood"),
  IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is missing"),
  UNAUTHENTICATED(401, "No good token"),
  FORBIDDEN(403, "The person's role does not allow this"),
  INSUFFICIENT_SCOPE(403, "The token is not good for this"),
  NOT_FOUND(404, "Not there"),
  METHOD_NOT_ALLOWED(405, "Not with this method"),
  NOT_ACCEPTABLE(406, "There is no such form of the answer"),
  CONFLICT(409, "Somebody else was faster"),
  REQUEST_IN_PROGRESS(409, "The same request is being done"),
  PRECONDITION_FAILED(412, "It has changed meanwhile"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Not in this form"),
  REFUSED(422, "It cannot be done as things stand"),
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
  PRECONDITION_REQUIRED(428, "The header If-Match is missing"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Our fault"),
  UNAVAILABLE(503, "Not at the moment");

  private static final String PREFIX = "urn:duly:problem:";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** As in {@code urn:duly:problem:not-found}. */
  public String uri() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The first of a status; our fault for one that is not known. */
  public static ProblemType of(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).findFirst().orElse(status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
  }
}
