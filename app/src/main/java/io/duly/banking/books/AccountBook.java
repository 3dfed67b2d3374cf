package io.duly.banking.books;

import io.duly.kernel.CreditorId;
import java.util.Currency;
import java.util.UUID;

/** One account while a file is taken in: who it is, and the statements known of it so far. */
record AccountBook(UUID id, CreditorId creditor, String number, Currency currency, Shelf shelf) {}
