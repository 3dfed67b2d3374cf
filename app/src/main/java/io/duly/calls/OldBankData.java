package io.duly.calls;

import java.util.UUID;

/**
 * Bank data of a creditor that is too old to say what has come.
 *
 * @param id of the hold of the creditor
 * @param why of which account and day it is, in a sentence
 */
public record OldBankData(UUID id, String why) {}
