package io.duly.desk.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which findings or rows a page shows: those of one code and field, or all. */
public record Narrowed(Optional<String> code, Optional<String> field) {

  public Narrowed {
    code = code.filter(text -> !text.isEmpty());
    field = code.isPresent() ? field : Optional.empty();
  }

  /** The query of an address that shows one group. */
  public static String to(FindingGroup group) {
    return "?code=" + encoded(group.code()) + "&field=" + encoded(group.field());
  }

  /** It shows this group, and only this. */
  public boolean is(FindingGroup group) {
    return code.filter(group.code()::equals).isPresent() && field.filter(group.field()::equals).isPresent();
  }

  public boolean isAll() {
    return code.isEmpty() && field.isEmpty();
  }

  /** The address of what follows a place. */
  public String after(String place) {
    return code.map(one -> "?code=" + encoded(one) + "&field=" + encoded(field.orElse("")) + "&after=").orElse("?after=") + encoded(place);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
