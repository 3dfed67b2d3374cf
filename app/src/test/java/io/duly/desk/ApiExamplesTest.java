package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.duly.desk.api.Needs;
import io.duly.desk.problem.ProblemType;
import io.duly.identity.Role;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API has an example of everything that is sent and answered, and none of them is false. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiExamplesTest {
  private final TreeMap<String, HandlerMethod> methods = new TreeMap<>();
  private Desk desk;
  private Program program;
  private JsonNode document;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000", "duly.webhooks.by-itself=false", "duly.intake.by-itself=false");
    program = Program.of(desk, desk.person("mia", Role.ADMINISTRATOR).person());
    document = program.get("/api/v1/openapi.json").good().json();
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, method) -> {
        if (method.hasMethodAnnotation(Needs.class)) {
          info.getPatternValues().forEach(pattern -> info.getMethodsCondition().getMethods().forEach(verb -> methods.put(verb + " " + pattern, method)));
        }
      });
    }
  }

  @AfterAll
  void close() {
    program.close();
    desk.close();
  }

  private JsonNode operation(String named) {
    var parts = named.split(" ", 2);
    return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
  }

  @Test
  void everyBodyThatIsSentOrAnsweredHasAnExampleInWhichNoTextIsMissing() {
    var without = new TreeSet<String>();
    methods.keySet().forEach(named -> {
      var operation = operation(named);
      operation.path("requestBody").path("content").forEach(media -> lacks(named + " request", media, without));
      operation.get("responses").properties().stream().filter(one -> one.getKey().startsWith("2")).forEach(one -> one.getValue().path("content").forEach(media -> lacks(named + " answer", media, without)));
    });
    assertThat(without).isEmpty();
  }

  private static void lacks(String where, JsonNode media, Set<String> without) {
    var example = media.get("example");
    if (example == null || example.isEmpty() && !example.isString()) {
      without.add(where);
    } else {
      missing(where, example, without);
    }
  }

  private static void missing(String where, JsonNode example, Set<String> without) {
    if (example.isString() && example.asString().equals("…")) {
      without.add(where);
    }
    example.properties().forEach(one -> missing(where + " " + one.getKey(), one.getValue(), without));
    if (example.isArray()) {
      example.forEach(one -> missing(where, one, without));
    }
  }

  @Test
  void everyExampleOfARequestIsARequest() {
    var json = desk.application.getBean(JsonMapper.class);
    var validator = desk.application.getBean(Validator.class);
    int read = 0;
    for (var one : methods.entrySet()) {
      for (var parameter : one.getValue().getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          var example = operation(one.getKey()).at("/requestBody/content/application~1json/example");
          var record = json.readValue(example.toString(), json.getTypeFactory().constructType(parameter.getGenericParameterType()));
          assertThat(validator.validate(record)).as(one.getKey() + " " + example).isEmpty();
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(50);
  }

  @Test
  void noExampleOfARequestIsNotUnderstood() {
    methods.forEach((named, method) -> {
      var example = operation(named).at("/requestBody/content/application~1json/example");
      if (!example.isMissingNode()) {
        var path = named.replaceFirst("POST ", "").replaceAll("\\{until}", "2026-11-30").replace("{case}", String.valueOf(desk.portfolio.caseOf("Kowalski Transport sp. z o.o.")))
            .replace("{creditor}/{kind}/{language}", desk.portfolio.creditor(Portfolio.BRIGHTWELL) + "/first-reminder/en").replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        var answer = program.post(path + (path.endsWith("/tasks") ? "?case=17" : ""), example.toString(), "If-Match", "*");
        assertThat(answer.status()).as(named + " " + example + " " + answer.response().body()).isNotIn(400, 500);
      }
    });
  }

  @Test
  void everyExampleOfAnAnswerIsOfTheShapeThatIsAnswered() {
    methods.keySet().forEach(named -> operation(named).get("responses").properties().stream().filter(one -> one.getKey().startsWith("2")).forEach(one ->
        one.getValue().path("content").properties().stream().filter(media -> !media.getValue().at("/schema/format").asString("").equals("binary")).forEach(media -> {
          var schema = (ObjectNode) media.getValue().get("schema").deepCopy();
          schema.set("components", document.get("components"));
          var found = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema.toString(), InputFormat.JSON).validate(media.getValue().get("example").toString(), InputFormat.JSON);
          assertThat(found).as(named + " " + media.getValue().get("example")).isEmpty();
        })));
  }

  @Test
  void everyAddressNamesItsScopeAsWhatItNeeds() {
    methods.forEach((named, method) -> {
      var needs = method.getMethodAnnotation(Needs.class);
      assertThat(operation(named).at("/security/0/token/0").asString("")).as(named).isEqualTo(needs == null ? "" : needs.value().code());
      if (named.startsWith(RequestMethod.POST.name()) && method.hasMethodAnnotation(io.duly.desk.api.Changes.class)) {
        assertThat(operation(named).get("parameters").toString()).as(named).contains("If-Match");
        assertThat(operation(named).get("responses").has("412")).as(named).isTrue();
      }
    });
  }

  @Test
  void everyKindOfProblemIsListedWithItsStatus() {
    var statuses = document.at("/components/schemas/Problem/properties/type/x-duly-statuses");
    assertThat(Arrays.stream(ProblemType.values())).allSatisfy(type -> assertThat(statuses.get(type.uri()).asInt()).isEqualTo(type.status()));
    assertThat(document.get("paths").get("/api/v1/me").at("/get/responses/403/content/application~1problem+json/examples").propertyNames()).contains("forbidden", "insufficient-scope");
  }
}
