package io.duly.einvoice.xml;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Decodes base64 as it comes, piece by piece, so that a large attachment is never kept as text too. */
final class Base64Text {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int[] VALUES = values();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int bits;
  private int count;
  private boolean damaged;

  void add(char[] text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      add(text[i]);
    }
  }

  private void add(char letter) {
    if (letter <= ' ' || letter == '=') {
      return;
    }
    int value = letter < VALUES.length ? VALUES[letter] : -1;
    damaged |= value < 0;
    bits = bits << 6 | Math.max(value, 0);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.write(bits >>> count);
    }
  }

  int size() {
    return bytes.size();
  }

  /** None where a letter was no base64. */
  byte[] bytes() {
    return damaged ? new byte[0] : bytes.toByteArray();
  }

  private static int[] values() {
    var table = new int[128];
    Arrays.fill(table, -1);
    for (int i = 0; i < LETTERS.length(); i++) {
      table[LETTERS.charAt(i)] = i;
    }
    return table;
  }
}
