/**
 * The ways into the debtor's portal that messages carry: each is good once and for some weeks, is bound to its debtor, case and
 * message, and is made of these with a key that is not in the database, where only its hash is kept. Lets nobody in: whoever
 * opens one is asked to show who they are by the portal.
 */
@NullMarked
@ApplicationModule(displayName = "Invitations", allowedDependencies = {"kernel", "database", "identity"})
package io.duly.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
