package io.duly.correspondence.provider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads delivery receipts, as the shape says where things stand in them: JSON, or a form, of which each field is a place. */
public final class ReceiptReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern AND = Pattern.compile("&");
  private static final int MOST_FIELDS = 200;
  private static final int MOST_RECEIPTS = 1_000;
  private static final int LONGEST = 200;

  private final Shape.Receipts shape;
  private final List<String> noSuchNumber;

  private ReceiptReader(Shape.Receipts shape, List<String> noSuchNumber) {
    this.shape = shape;
    this.noSuchNumber = noSuchNumber;
  }

  /**
   * Reads what was handed in.
   *
   * @throws InvalidReceipt where the provider's shape has no receipts, or what came is none
   */
  public static List<Receipt> read(Provider provider, String contentType, byte[] body) {
    var shape = provider.shape().receipts().orElseThrow(() -> new InvalidReceipt("The shape of SMS provider '" + provider.name() + "' has no receipt: section."));
    var reader = new ReceiptReader(shape, Stream.concat(provider.shape().reading().noSuchNumber().stream(), shape.noSuchNumber().stream()).toList());
    var tree = contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded") ? form(body) : json(body);
    var all = reader.each(tree).map(reader::receipt).toList();
    if (all.isEmpty() || all.stream().anyMatch(one -> one.key().isEmpty() && one.id().isEmpty())) {
      throw new InvalidReceipt("A receipt has neither key nor id where the shape says; compare it with the provider's documents.");
    }
    return all;
  }

  private Stream<JsonNode> each(JsonNode tree) {
    var list = shape.each().map(tree::at).orElse(tree);
    var all = list.isArray() ? list.valueStream().toList() : List.of(list);
    if (all.size() > MOST_RECEIPTS) {
      throw new InvalidReceipt("At most " + MOST_RECEIPTS + " receipts are handed in at once.");
    }
    return all.stream();
  }

  private Receipt receipt(JsonNode one) {
    var status = at(one, Optional.of(shape.status())).orElse("");
    var code = at(one, shape.code());
    var words = Stream.of(Optional.of(status), code, at(one, shape.error())).flatMap(Optional::stream).filter(word -> !word.isEmpty()).toList();
    return new Receipt(at(one, shape.key()), at(one, shape.id()), fate(status, code.orElse("")), String.join(" ", words));
  }

  private Receipt.Fate fate(String status, String code) {
    if (shape.delivered().contains(status)) {
      return Receipt.Fate.DELIVERED;
    }
    boolean nobody = noSuchNumber.contains(code) || shape.noSuchNumber().contains(status);
    return shape.failed().contains(status) ? nobody ? Receipt.Fate.NO_SUCH_NUMBER : Receipt.Fate.FAILED : Receipt.Fate.UNDECIDED;
  }

  private static Optional<String> at(JsonNode one, Optional<String> pointer) {
    return pointer.map(one::at).filter(JsonNode::isValueNode).map(JsonNode::asString)
        .map(text -> text.substring(0, Math.min(LONGEST, text.length())).strip()).filter(text -> !text.isEmpty());
  }

  private static JsonNode json(byte[] body) {
    try {
      var tree = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (tree != null && tree.isContainer()) {
        return tree;
      }
    } catch (JacksonException notJson) {
      throw new InvalidReceipt("A receipt comes as JSON, or as a form (application/x-www-form-urlencoded).");
    }
    throw new InvalidReceipt("A receipt comes as JSON, or as a form (application/x-www-form-urlencoded).");
  }

  private static JsonNode form(byte[] body) {
    var fields = JSON.createObjectNode();
    for (var pair : AND.split(new String(body, StandardCharsets.ISO_8859_1), MOST_FIELDS)) {
      var both = pair.split("=", 2);
      if (both.length == 2) {
        fields.put(decoded(both[0]), decoded(both[1]));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw new InvalidReceipt("The form is not encoded as one.");
    }
  }
}
