package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a request, part by part. */
final class Misunderstood {
  private Misunderstood() {}

  /** Empty where the request is not at fault. */
  static Optional<Problem> of(Exception failure) {
    return switch (failure) {
      case HttpMessageNotReadableException unread -> Optional.of(unread(unread));
      case MethodArgumentNotValidException unfit -> Optional.of(unfit(unfit));
      case HandlerMethodValidationException unfit -> Optional.of(unfit(unfit));
      case MethodArgumentTypeMismatchException mismatch -> Optional.of(parameter(mismatch.getName(), "“" + shortened(mismatch.getValue()) + "” is not what is expected here" + example(mismatch.getRequiredType()) + "."));
      case MissingRequestValueException missing -> Optional.of(Problem.of(ProblemType.INVALID_REQUEST, String.valueOf(missing.getMessage())));
      case ServletRequestBindingException missing -> Optional.of(Problem.of(ProblemType.INVALID_REQUEST, String.valueOf(missing.getMessage())));
      case ErrorResponse known when known.getStatusCode().is4xxClientError() -> Optional.of(Problem.of(ProblemType.of(known.getStatusCode().value())));
      default -> Optional.empty();
    };
  }

  static Problem parameter(String name, String detail) {
    return Problem.of(ProblemType.INVALID_REQUEST, "The parameter “" + name + "” is not good; see errors.", Problem.Part.ofParameter(name, detail));
  }

  private static String shortened(@Nullable Object value) {
    var text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static String example(@Nullable Class<?> type) {
    return type == java.time.LocalDate.class || type == Optional.class ? "; dates are written 2026-11-30" : type == java.util.UUID.class ? "; ids are UUIDs" : "";
  }

  private static Problem unread(HttpMessageNotReadableException unread) {
    return unread.getCause() instanceof JacksonException json ? json(json) : Problem.of(ProblemType.INVALID_REQUEST, "The body is missing; send JSON.");
  }

  private static Problem json(JacksonException json) {
    if (json instanceof StreamReadException) {
      var where = json.getLocation();
      return Problem.of(ProblemType.INVALID_REQUEST, "The body is no JSON that can be read: line " + where.getLineNr() + ", column " + where.getColumnNr() + ".");
    }
    var what = json instanceof UnrecognizedPropertyException other ? "There is no such field; known are " + other.getKnownPropertyIds() + "." : "The value is not of the expected kind; dates are written 2026-11-30, amounts \"12.50\".";
    return Problem.of(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of(pointer(json), json.getCause() instanceof NotPlain plain ? String.valueOf(plain.getMessage()) : what));
  }

  private static String pointer(JacksonException json) {
    var pointer = new StringBuilder();
    json.getPath().forEach(step -> pointer.append('/').append(step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName().replace("~", "~0").replace("/", "~1")));
    return pointer.toString();
  }

  private static Problem unfit(MethodArgumentNotValidException unfit) {
    var parts = new ArrayList<Problem.Part>();
    unfit.getFieldErrors().forEach(error -> parts.add(Problem.Part.of("/" + error.getField().replace("[", "/").replace("]", "").replace('.', '/'), String.valueOf(error.getDefaultMessage()))));
    unfit.getGlobalErrors().forEach(error -> parts.add(Problem.Part.of("", String.valueOf(error.getDefaultMessage()))));
    return invalid(parts);
  }

  private static Problem unfit(HandlerMethodValidationException unfit) {
    return invalid(unfit.getParameterValidationResults().stream()
        .flatMap(result -> result.getResolvableErrors().stream().map(error -> Problem.Part.ofParameter(String.valueOf(result.getMethodParameter().getParameterName()), String.valueOf(error.getDefaultMessage()))))
        .toList());
  }

  private static Problem invalid(List<Problem.Part> parts) {
    return Problem.of(ProblemType.INVALID_REQUEST, "Something in the request is not good; see errors.", parts.toArray(Problem.Part[]::new));
  }
}
