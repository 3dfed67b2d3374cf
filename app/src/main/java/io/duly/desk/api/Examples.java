package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An example of each body that is sent or answered, made of the shape that it has: so it cannot be of another one. */
// The model of schemas is raw by its makers.
@SuppressWarnings({"rawtypes", "unchecked"})
final class Examples {
  /** Stands where there is no example of a text. */
  static final String NONE = "…";

  private static final String REF = "#/components/schemas/";
  private static final int DEEPEST = 30;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Properties BY_NAME = byName();

  private final Map<String, Schema> schemas;

  Examples(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  private static Properties byName() {
    var all = new Properties();
    try (var in = new InputStreamReader(Objects.requireNonNull(Examples.class.getResourceAsStream("examples.properties")), StandardCharsets.UTF_8)) {
      all.load(in);
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void addTo(OpenAPI document) {
    document.getPaths().values().forEach(path -> path.readOperations().forEach(this::addTo));
  }

  private void addTo(Operation operation) {
    if (operation.getRequestBody() != null) {
      add(operation.getRequestBody().getContent());
    }
    operation.getResponses().values().forEach(answer -> add(answer.getContent()));
  }

  private void add(@Nullable Content content) {
    if (content != null) {
      content.forEach((type, media) -> {
        if (!type.equals(Problem.MEDIA_TYPE)) {
          add(media);
        }
      });
    }
  }

  private void add(MediaType media) {
    if (media.getExample() == null && media.getSchema() != null) {
      media.setExample(of("", media.getSchema(), 0));
    }
  }

  private Object of(String name, Schema<?> schema, int depth) {
    if (depth > DEEPEST) {
      return NONE;
    }
    if (schema.get$ref() != null) {
      return of(name, Objects.requireNonNull(schemas.get(schema.get$ref().replace(REF, ""))), depth + 1);
    }
    return said(schema).orElseGet(() -> made(name, schema, depth));
  }

  private static Optional<Object> said(Schema<?> schema) {
    var said = schema.getExample() != null ? schema.getExample() : schema.getEnum() == null || schema.getEnum().isEmpty() ? null : schema.getEnum().getFirst();
    return Optional.ofNullable(said).map(one -> one instanceof String text && !is(schema, "string") ? (Object) JSON.readTree(text) : one);
  }

  private Object made(String name, Schema<?> schema, int depth) {
    if (schema.getProperties() != null) {
      var object = new LinkedHashMap<String, Object>();
      schema.getProperties().forEach((field, one) -> object.put(field, of(field, one, depth + 1)));
      return object;
    }
    if (schema.getItems() != null) {
      return List.of(of(name, schema.getItems(), depth + 1));
    }
    return schema.getAdditionalProperties() instanceof Schema<?> values ? Map.of(text(name + ".key"), of(name, values, depth + 1)) : plain(name, schema);
  }

  private static Object plain(String name, Schema<?> schema) {
    return is(schema, "boolean") ? (Object) true : is(schema, "integer") || is(schema, "number") ? (Object) 1 : switch (Objects.requireNonNullElse(schema.getFormat(), "")) {
      case "uuid" -> "019ac3f0-7d42-7c11-9a55-3f6f5a1c2b7e";
      case "date" -> "2026-12-04";
      case "date-time" -> "2026-11-23T10:15:00Z";
      case "time", "partial-time" -> "12:00:00";
      case "binary" -> "the bytes of the file";
      default -> text(name);
    };
  }

  private static String text(String name) {
    return BY_NAME.getProperty(name, NONE);
  }

  private static boolean is(Schema<?> schema, String type) {
    return type.equals(schema.getType()) || schema.getTypes() != null && schema.getTypes().contains(type);
  }
}
