package io.duly.banking.statement;

import java.util.Optional;

/**
 * Why a payment came back.
 *
 * @param code of ISO 20022 (such as {@code AC06}) or of the bank
 * @param text in the bank's words
 */
public record ReturnReason(Optional<String> code, Optional<String> text) {}
