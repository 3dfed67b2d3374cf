package io.duly.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of paper that a case file takes, told by their bytes: what a name or a browser says of a file counts for nothing. */
public enum PaperKind {
  PDF("application/pdf"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  /** Plain text in UTF-8. */
  TEXT("text/plain;charset=utf-8");

  private static final int BEGINNING = 4096;
  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG_MARK = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** What makes a program or a page of what a person may take for text. */
  private static final List<String> ACTIVE = List.of("<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "#!", "<body", "<iframe");

  private final String mediaType;

  PaperKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Empty where it is of none of these kinds. */
  static Optional<PaperKind> of(byte[] bytes) {
    if (begins(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(PDF);
    }
    if (begins(bytes, PNG_MARK)) {
      return Optional.of(PNG);
    }
    return begins(bytes, JPEG_MARK) ? Optional.of(JPEG) : text(bytes).filter(PaperKind::isQuiet).map(_ -> TEXT);
  }

  /** The text of a file, where it is nothing but text. */
  static Optional<String> text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(one -> Character.isISOControl(one) && "\t\r\n\f".indexOf(one) < 0) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static boolean isQuiet(String text) {
    var beginning = text.substring(0, Math.min(text.length(), BEGINNING)).toLowerCase(Locale.ROOT);
    return ACTIVE.stream().noneMatch(beginning::contains);
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
