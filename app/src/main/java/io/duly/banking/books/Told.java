package io.duly.banking.books;

import java.util.Optional;
import java.util.UUID;

/**
 * A payment on its way into the books.
 *
 * @param sameAs the entry that told of it first
 * @param receipt the money it brings to the ledger
 */
record Told(UUID id, Payment payment, Optional<UUID> sameAs, Optional<UUID> receipt) {}
