package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** What the description of the API says of every address: who may, what can go wrong, what is sent along. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
// The model of schemas is raw by its makers.
@SuppressWarnings({"rawtypes", "unchecked"})
class Described {
  private static final String BEARER = "token";
  private static final List<ProblemType> ALWAYS = List.of(ProblemType.INVALID_REQUEST, ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.NOT_FOUND, ProblemType.TOO_MANY_REQUESTS);
  private static final List<ProblemType> OF_CHANGES = List.of(ProblemType.CONFLICT, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.REFUSED);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
  }

  @Bean
  OpenAPI api() {
    var scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("duly_…").description("A token that a person made on the page /me or with ./duly token add.");
    return new OpenAPI()
        .info(new Info().title("Duly").version("1").description("Debt recovery: what the desk does, for programs. Examples are in docs/api.md.").license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(new Components().addSecuritySchemes(BEARER, scheme))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  /** Scope, role, key and problems of an address. */
  @Bean
  OperationCustomizer needed() {
    return (operation, method) -> {
      var needs = method.getMethodAnnotation(Needs.class);
      if (needs == null) {
        return operation;
      }
      var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
      var verbs = mapping == null ? Set.<RequestMethod>of() : Set.of(mapping.method());
      boolean changes = !verbs.contains(RequestMethod.GET);
      operation.addExtension("x-duly-scope", needs.value().code());
      operation.setDescription((operation.getDescription() == null ? "" : operation.getDescription() + "\n\n") + "Needs the scope `" + needs.value().code() + "`." + (needs.clients() ? "" : " Not for clients."));
      if (verbs.contains(RequestMethod.POST)) {
        operation.addParametersItem(new Parameter().in("header").name("Idempotency-Key").required(true).schema(new StringSchema().minLength(1).maxLength(255)).description("Done once for each key, kept for 48 hours.").example("6f1b3a9e-5d0e-4f1f-9d0a-0e6a6b1f9a11"));
      }
      ALWAYS.forEach(type -> problem(operation, type));
      if (changes) {
        OF_CHANGES.forEach(type -> problem(operation, type));
      } else {
        operation.addParametersItem(new Parameter().in("header").name("If-None-Match").schema(new StringSchema()).description("The ETag of what is there already."));
        operation.getResponses().addApiResponse("304", new ApiResponse().description("As it was when it had that ETag"));
        operation.getResponses().getOrDefault("200", new ApiResponse()).addHeaderObject("ETag", new Header().description("Of this answer").schema(new StringSchema()));
      }
      return operation;
    };
  }

  private static void problem(Operation operation, ProblemType type) {
    var titles = Arrays.stream(ProblemType.values()).filter(one -> one.status() == type.status()).map(ProblemType::title).collect(Collectors.joining("; "));
    var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")).example(Map.of("type", type.uri(), "title", type.title(), "status", type.status(), "detail", Problem.of(type).detail(), "errors", List.of()));
    operation.getResponses().addApiResponse(String.valueOf(type.status()), new ApiResponse().description(titles).content(new Content().addMediaType(Problem.MEDIA_TYPE, media)));
  }

  /** What a record always holds is required: all but what may be absent. */
  @Bean
  AlwaysThere alwaysThere() {
    return new AlwaysThere();
  }

  @Bean
  GlobalOpenApiCustomizer schemas() {
    return document -> {
      var schemas = document.getComponents().getSchemas() == null ? new TreeMap<String, Schema>() : new TreeMap<String, Schema>(document.getComponents().getSchemas());
      schemas.put("Problem", problemSchema());
      document.getComponents().setSchemas(schemas);
    };
  }

  private static Schema<?> problemSchema() {
    var part = new Schema<>().types(Set.of("object")).addProperty("detail", text("what is wrong with it")).addProperty("pointer", text("into the body (RFC 6901)")).addProperty("parameter", text("of the address, or a header"));
    part.setRequired(List.of("detail"));
    var types = Arrays.stream(ProblemType.values()).map(type -> (Object) type.uri()).toList();
    var type = new Schema<Object>().types(Set.of("string")).description("which kind it is; does not change");
    type.setEnum(types);
    var problem = new Schema<>().types(Set.of("object")).description("Why something was not done (RFC 9457)")
        .addProperty("type", type).addProperty("title", text("the kind in words")).addProperty("status", new Schema<>().types(Set.of("integer")))
        .addProperty("detail", text("what to do about it")).addProperty("errors", new Schema<>().types(Set.of("array")).items(part));
    problem.setRequired(List.of("type", "title", "status", "detail", "errors"));
    return problem;
  }

  private static Schema<?> text(String description) {
    return new Schema<>().types(Set.of("string")).description(description);
  }
}
