package io.duly.banking.cash;

import io.duly.testing.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests about money that comes: an office for the class, a creditor of their own for each test. */
abstract class AtTheTill {
  static Office office;
  Till till;

  @BeforeAll
  static void open() {
    office = new Office();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void atTheTill() {
    till = new Till(office);
  }
}
