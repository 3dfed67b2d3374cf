/**
 * Numbers by which businesses, accounts and people are known: VAT ids, registers of companies, IBAN, BIC, e-mail addresses. Each
 * is brought to the one way in which it is stored, and told to be mistyped by its form and its check digits alone: nothing
 * is looked up, so that a number that holds need not belong to anybody.
 */
@NullMarked
package io.duly.identifiers;

import org.jspecify.annotations.NullMarked;
