package io.duly.rules;

/**
 * Something that a person should know of a claim's terms before charging on it.
 *
 * @param basis the law
 * @param said in a sentence
 */
public record Remark(Basis basis, String said) {}
