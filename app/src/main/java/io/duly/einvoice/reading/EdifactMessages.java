package io.duly.einvoice.reading;

import io.duly.einvoice.model.CannotRead;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts an interchange into its messages, and those into segments. */
final class EdifactMessages {
  private static final int MOST_SEGMENTS = 500_000;
  private static final Pattern SYNTAX = Pattern.compile("UNB.(UNO[A-Z])");

  private EdifactMessages() {}

  /** The segments of each INVOIC message, without its UNH and UNT. */
  static List<List<Segment>> of(byte[] bytes) {
    var factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
    try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes), charset(bytes).name())) {
      return messages(reader);
    } catch (EDIStreamException | IOException broken) {
      throw new CannotRead("The EDIFACT file is broken: " + broken.getMessage() + ". Ask the sender for it again.", broken);
    }
  }

  private static List<List<Segment>> messages(EDIStreamReader reader) throws EDIStreamException {
    var messages = new ArrayList<List<Segment>>();
    var current = new ArrayList<Segment>();
    boolean ours = false;
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_SEGMENT -> {
          if (++count > MOST_SEGMENTS) {
            throw new CannotRead("The EDIFACT file has more than " + MOST_SEGMENTS + " segments. Ask the sender for it in parts.");
          }
          var segment = segment(reader);
          if (segment.is("UNH")) {
            ours = segment.at(2, 1).filter("INVOIC"::equals).isPresent();
            current = new ArrayList<>();
          } else if (segment.is("UNT") && ours) {
            messages.add(current);
          } else {
            current.add(segment);
          }
        }
        case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> {
          // Without a schema of the trade partner's own these say nothing of the facts that are read here.
        }
        default -> {
          // Envelopes, and the ends of what was read already.
        }
      }
    }
    return messages;
  }

  private static Segment segment(EDIStreamReader reader) throws EDIStreamException {
    var tag = reader.getText();
    var elements = new ArrayList<List<String>>();
    while (true) {
      switch (reader.next()) {
        case END_SEGMENT -> {
          return new Segment(tag, elements);
        }
        case ELEMENT_DATA -> put(elements, reader);
        default -> {
          // Composites are told by the places of their elements.
        }
      }
    }
  }

  private static void put(List<List<String>> elements, EDIStreamReader reader) {
    var place = reader.getLocation();
    while (elements.size() < place.getElementPosition()) {
      elements.add(new ArrayList<>());
    }
    var parts = elements.get(place.getElementPosition() - 1);
    while (parts.size() < Math.max(place.getComponentPosition(), 1)) {
      parts.add("");
    }
    parts.set(Math.max(place.getComponentPosition(), 1) - 1, reader.getText());
  }

  /** By the syntax identifier: UNOA and UNOB are ASCII, UNOC is Latin-1, UNOW and UNOY are UTF-8. */
  private static Charset charset(byte[] bytes) {
    var found = SYNTAX.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
    var syntax = found.find() ? found.group(1) : "UNOC";
    return switch (syntax) {
      case "UNOW", "UNOX", "UNOY" -> StandardCharsets.UTF_8;
      case "UNOD" -> Charset.forName("ISO-8859-2");
      case "UNOE" -> Charset.forName("ISO-8859-5");
      case "UNOF" -> Charset.forName("ISO-8859-7");
      default -> StandardCharsets.ISO_8859_1;
    };
  }
}
