package io.duly.desk.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What the description says of every address: who may, what is sent along, what can go wrong. */
final class DescribedOperation {
  private static final int[] ALWAYS = {400, 401, 403, 404, 429};
  private static final int[] OF_CHANGES = {409, 413, 415, 422};
  private static final int[] AS_READ = {412, 428};

  private DescribedOperation() {}

  static Operation describe(Operation operation, HandlerMethod method) {
    var needs = method.getMethodAnnotation(Needs.class);
    if (needs != null) {
      scope(operation, needs);
      IntStream.of(ALWAYS).forEach(status -> DescribedProblems.add(operation, status));
      if (verbs(method).contains(RequestMethod.GET)) {
        tagged(operation);
      } else {
        key(operation);
        asRead(operation, Optional.ofNullable(method.getMethodAnnotation(Changes.class)));
        IntStream.of(OF_CHANGES).forEach(status -> DescribedProblems.add(operation, status));
      }
    }
    return operation;
  }

  private static Set<RequestMethod> verbs(HandlerMethod method) {
    var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    return mapping == null ? Set.of() : Set.of(mapping.method());
  }

  private static void scope(Operation operation, Needs needs) {
    var code = needs.value().code();
    operation.addExtension("x-duly-scope", code);
    operation.addSecurityItem(new SecurityRequirement().addList(Described.BEARER, code));
    operation.setDescription((operation.getDescription() == null ? "" : operation.getDescription() + "\n\n") + "Needs the scope `" + code + "`." + (needs.clients() ? "" : " Not for clients."));
  }

  /** What is read has a tag by which it is not sent again. */
  private static void tagged(Operation operation) {
    operation.addParametersItem(header("If-None-Match", "The ETag of what is there already."));
    operation.getResponses().addApiResponse("304", new ApiResponse().description("As it was when it had that ETag"));
    operation.getResponses().getOrDefault("200", new ApiResponse()).addHeaderObject("ETag", new Header().description("Of this answer").schema(new StringSchema()));
  }

  private static void key(Operation operation) {
    var key = header("Idempotency-Key", "Done once for each key, kept for 48 hours.").required(true).example("6f1b3a9e-5d0e-4f1f-9d0a-0e6a6b1f9a11");
    operation.addParametersItem(key.schema(new StringSchema().minLength(1).maxLength(255)));
  }

  private static void asRead(Operation operation, Optional<Changes> changes) {
    changes.ifPresent(one -> operation.addParametersItem(
        header(HttpHeaders.IF_MATCH, "The ETag of what is read at `" + one.value() + "`; `*`: as it is now, whatever it is.").required(true).example("\"0a1b2c3d4e5f60718293a4b5c6d7e8f90\"")));
    if (operation.getParameters().stream().anyMatch(one -> HttpHeaders.IF_MATCH.equals(one.getName()))) {
      IntStream.of(AS_READ).forEach(status -> DescribedProblems.add(operation, status));
    }
  }

  private static Parameter header(String name, String description) {
    return new Parameter().in("header").name(name).schema(new StringSchema()).description(description);
  }
}
