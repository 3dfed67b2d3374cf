package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.strategy.Channel;

/**
 * That a case which closes is to be thanked for, where money has paid it.
 *
 * @param channel a way that reaches the debtor; never a call
 * @param language ISO 639-1
 */
public record Thanks(CaseId recovery, Channel channel, String language) {}
