/**
 * What other systems are told of, as it happens: subscriptions of people, the lines of the journal set down for each of them in the
 * transaction of the line itself, and their delivery over HTTP, signed, in the order of each case, until it was taken. Says
 * nothing but ids and what kind of thing happened; whoever is told asks the API for the rest.
 */
@NullMarked
@ApplicationModule(displayName = "Webhooks", allowedDependencies = {"kernel", "database", "identity", "rounds"})
package io.duly.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
