package io.duly.cli;

import io.duly.correspondence.CameOfIt;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What came of a contact, as it is written at the command line: {@code no-answer}. */
final class OutcomeWord implements ITypeConverter<CameOfIt> {
  @Override
  public CameOfIt convert(String text) {
    return Arrays.stream(CameOfIt.values())
        .filter(one -> word(one).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + all()));
  }

  private static String all() {
    return Arrays.stream(CameOfIt.values()).map(OutcomeWord::word).collect(Collectors.joining(", "));
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
