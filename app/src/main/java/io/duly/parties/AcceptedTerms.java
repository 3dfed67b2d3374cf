package io.duly.parties;

/** A version of the terms and how a debtor agreed to it. */
public record AcceptedTerms(TermsVersion terms, Acceptance acceptance) {}
