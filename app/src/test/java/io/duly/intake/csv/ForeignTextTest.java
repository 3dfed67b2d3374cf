package io.duly.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no lists are told what they are. */
@Tag("P03")
class ForeignTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"><x/></Document>`|a Document (pain.001.001.03)",
        "`<!-- from the portal --><cat:Catalogue xmlns:cat=\"urn:oasis:Catalogue-2\"/>`|a Catalogue (Catalogue-2)",
        "`<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>`|an attack",
        "`<!DOCTYPE html><html><body>Log in</body></html>`|a web page",
        "`0130004    00001EUR2 00010123456`|CFONB",
        "`1100815398000141445218031818032020000000`|Norma 43",
        "`UNB+UNOC:3+A+B+260301:1200+1'UNH+1+ORDERS:D:96A:UN'`|ORDERS",
        "`From: a@example.org\nMessage-ID: <1@example.org>\n\nhello`|an e-mail"
      })
  void whatItIsAndWhatToBringIsTold(String start, String told) {
    assertThat(Magic.explained(start.getBytes(StandardCharsets.UTF_8))).get().asString().contains(told);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Date;Amount", "From: here", "110081539800014144"})
  void aListIsNot(String start) {
    assertThat(Magic.explained(start.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
