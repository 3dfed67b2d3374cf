package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the description says of everything that can go wrong. */
// The model of schemas is raw by its makers.
@SuppressWarnings({"rawtypes", "unchecked"})
final class DescribedProblems {
  private DescribedProblems() {}

  /** Says of an operation that it may answer so, with an example of each kind that has this status. */
  static void add(Operation operation, int status) {
    var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    of(status).forEach(type -> media.addExamples(name(type), new Example().summary(type.title()).value(example(type))));
    var titles = of(status).map(ProblemType::title).collect(Collectors.joining("; "));
    operation.getResponses().addApiResponse(String.valueOf(status), new ApiResponse().description(titles).content(new Content().addMediaType(Problem.MEDIA_TYPE, media)));
  }

  private static Stream<ProblemType> of(int status) {
    return Arrays.stream(ProblemType.values()).filter(one -> one.status() == status);
  }

  private static String name(ProblemType type) {
    return type.uri().substring(type.uri().lastIndexOf(':') + 1);
  }

  private static Map<String, Object> example(ProblemType type) {
    var example = new LinkedHashMap<String, Object>();
    example.put("type", type.uri());
    example.put("title", type.title());
    example.put("status", type.status());
    example.put("detail", Problem.of(type).detail());
    example.put("errors", List.of());
    return example;
  }

  /** The shape of every problem, with all kinds and their statuses. */
  static Schema<?> schema() {
    var part = new Schema<>().types(Set.of("object")).addProperty("detail", text("what is wrong with it")).addProperty("pointer", text("into the body (RFC 6901)")).addProperty("parameter", text("of the address, or a header"));
    part.setRequired(List.of("detail"));
    var problem = new Schema<>().types(Set.of("object")).description("Why something was not done (RFC 9457)")
        .addProperty("type", type()).addProperty("title", text("the kind in words")).addProperty("status", new Schema<>().types(Set.of("integer")))
        .addProperty("detail", text("what to do about it")).addProperty("errors", new Schema<>().types(Set.of("array")).items(part));
    problem.setRequired(List.of("type", "title", "status", "detail", "errors"));
    return problem;
  }

  private static Schema<?> type() {
    var list = Arrays.stream(ProblemType.values()).map(one -> one.status() + " " + one.uri() + ": " + one.title() + ".").collect(Collectors.joining("\n"));
    var type = new Schema<Object>().types(Set.of("string")).description("which kind it is; does not change\n\n" + list);
    type.setEnum(Arrays.stream(ProblemType.values()).map(one -> (Object) one.uri()).toList());
    type.addExtension("x-duly-statuses", Arrays.stream(ProblemType.values()).collect(Collectors.toMap(ProblemType::uri, ProblemType::status, (one, _) -> one, LinkedHashMap::new)));
    return type;
  }

  private static Schema<?> text(String description) {
    return new Schema<>().types(Set.of("string")).description(description);
  }
}
