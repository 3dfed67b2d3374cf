package io.duly.webhooks;

import io.duly.kernel.CreditorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to have told to another system.
 *
 * @param url where; https
 * @param kinds of lines of the journal; empty for all
 * @param creditors whose cases; empty for all that the person sees
 */
public record NewWebhook(String name, String url, Set<String> kinds, Optional<List<CreditorId>> creditors) {}
