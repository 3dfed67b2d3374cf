package io.duly.banking.books;

/**
 * Something is missing between two statements.
 *
 * @param amount minor units that the missing ones must add up to, above zero came in
 */
public record Missing(Head before, Head after, long amount) {}
