package io.duly.desk.api;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads text that the database and the journal can keep, and no number in its place. */
@JacksonComponent
final class PlainText extends StdScalarDeserializer<String> {
  PlainText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    var text = parser.getString();
    if (text.codePoints().anyMatch(sign -> sign == 0 || (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE))) {
      throw DatabindException.from(parser, "not plain", new NotPlain());
    }
    return text;
  }
}
