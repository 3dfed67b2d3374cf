package io.duly.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of the fields of a record which are always there: those that are not optional. */
final class AlwaysThere implements ModelConverter {
  private static final String REF = "#/components/schemas/";

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    var known = Json.mapper().constructType(type.getType());
    if (schema != null && known != null && known.getRawClass().isRecord()) {
      require(schema.get$ref() == null ? schema : context.getDefinedModels().get(schema.get$ref().replace(REF, "")), known.getRawClass());
    }
    return schema;
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void require(@Nullable Schema model, Class<?> type) {
    if (model != null && model.getProperties() != null) {
      List<String> required = always(type).filter(name -> model.getProperties().containsKey(name)).toList();
      model.setRequired(required.isEmpty() ? null : required);
    }
  }

  private static Stream<String> always(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(one -> one.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? always(one.getType()) : one.getType() == Optional.class ? Stream.empty() : Stream.of(name(one)));
  }

  private static String name(RecordComponent one) {
    var said = one.getAccessor().getAnnotation(JsonProperty.class);
    return said == null || said.value().isEmpty() ? one.getName() : said.value();
  }
}
