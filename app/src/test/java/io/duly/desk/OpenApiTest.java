package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.duly.desk.api.Needs;
import io.duly.identity.Role;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the API says is so: every address is in it, and what is answered is what it says is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private Desk desk;
  private Program program;
  private JsonNode document;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000");
    program = Program.of(desk, desk.person("mia", Role.ADMINISTRATOR).person());
    try (var nobody = Program.with(desk, "")) {
      var answer = nobody.get("/api/v1/openapi.json");
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
      document = answer.json();
    }
  }

  @AfterAll
  void close() {
    program.close();
    desk.close();
  }

  @Test
  void itIsOfThatVersionAndSaysHowToSignIn() {
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    assertThat(document.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
    assertThat(document.at("/components/schemas/Problem/properties/type/enum").size()).isGreaterThan(15);
  }

  @Test
  void everyAddressIsInItAndEveryAddressInItIsThere() {
    var there = new TreeSet<String>();
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, method) -> {
        if (method.getMethodAnnotation(Needs.class) != null) {
          info.getPatternValues().forEach(pattern -> info.getMethodsCondition().getMethods().forEach(verb -> there.add(verb + " " + pattern)));
        }
      });
    }
    var described = new TreeSet<String>();
    document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> described.add(verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(there).hasSizeGreaterThan(35);
  }

  @Test
  void everyAddressSaysWhatItIsWhatItNeedsAndWhatCanGoWrong() {
    document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
      var operation = verb.getValue();
      var name = verb.getKey() + " " + path.getKey();
      assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
      assertThat(operation.path("x-duly-scope").asString("")).as(name).isNotBlank();
      for (var status : new String[] {"400", "401", "403", "404", "429"}) {
        assertThat(operation.at("/responses/" + status + "/content/application~1problem+json/schema/$ref").asString("")).as(name + " " + status).isEqualTo("#/components/schemas/Problem");
      }
      if (verb.getKey().equals("post")) {
        assertThat(operation.get("parameters").toString()).as(name).contains("Idempotency-Key");
      }
    }));
  }

  @Test
  void whatIsAnsweredIsWhatItSaysIsAnswered() {
    var number = program.get("/api/v1/worklist").json().get("items").get(0).get("caseNumber").asLong();
    var one = program.get("/api/v1/cases/" + number).json();
    var message = program.get("/api/v1/messages").json().get("items");
    var asked = new TreeMap<String, String>();
    asked.put("/api/v1/me", "/api/v1/me");
    asked.put("/api/v1/worklist?limit=200", "/api/v1/worklist");
    asked.put("/api/v1/tasks?later=true", "/api/v1/tasks");
    asked.put("/api/v1/cases?limit=2&closed=true", "/api/v1/cases");
    asked.put("/api/v1/cases/" + number, "/api/v1/cases/{case}");
    asked.put("/api/v1/cases/" + number + "/statement", "/api/v1/cases/{case}/statement");
    asked.put("/api/v1/cases/" + number + "/journal", "/api/v1/cases/{case}/journal");
    asked.put("/api/v1/cases/" + number + "/may-contact", "/api/v1/cases/{case}/may-contact");
    asked.put("/api/v1/debtors/" + one.get("debtorId").asString(), "/api/v1/debtors/{id}");
    asked.put("/api/v1/debtors/" + one.get("debtorId").asString() + "/contacts", "/api/v1/debtors/{id}/contacts");
    asked.put("/api/v1/debtors/" + one.get("debtorId").asString() + "/wishes", "/api/v1/debtors/{id}/wishes");
    asked.put("/api/v1/invoices/" + one.get("invoices").get(0).get("id").asString(), "/api/v1/invoices/{id}");
    asked.put("/api/v1/search?q=RE-1", "/api/v1/search");
    asked.put("/api/v1/messages", "/api/v1/messages");
    if (!message.isEmpty()) {
      asked.put("/api/v1/messages/" + message.get(0).get("id").asString(), "/api/v1/messages/{id}");
    }
    asked.put("/api/v1/replies?show=all", "/api/v1/replies");
    asked.put("/api/v1/payments/waiting", "/api/v1/payments/waiting");
    var wrong = new ArrayList<String>();
    asked.forEach((address, path) -> {
      var answer = program.get(address);
      assertThat(answer.status()).as(address).isEqualTo(200);
      wrong.addAll(unfit(path, "200", answer.response().body()).stream().map(what -> address + ": " + what).toList());
    });
    wrong.addAll(unfit("/api/v1/cases/{case}", "404", program.get("/api/v1/cases/999999999").response().body()));
    wrong.addAll(unfit("/api/v1/worklist", "400", program.get("/api/v1/worklist?limit=x").response().body()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void aWrongAnswerWouldBeSeen() {
    assertThat(unfit("/api/v1/me", "200", "{\"login\": 5}")).isNotEmpty();
    assertThat(unfit("/api/v1/cases/{case}", "200", "{\"id\": \"x\"}")).isNotEmpty();
    assertThat(unfit("/api/v1/worklist", "400", "{}")).isNotEmpty();
  }

  /** What of an answer is not as described. */
  private java.util.List<String> unfit(String path, String status, String body) {
    var content = document.get("paths").get(path).get("get").get("responses").get(status).get("content");
    var schema = (ObjectNode) content.properties().iterator().next().getValue().get("schema").deepCopy();
    schema.set("components", document.get("components"));
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry.getSchema(JsonMapper.builder().build().writeValueAsString(schema), InputFormat.JSON).validate(body, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
