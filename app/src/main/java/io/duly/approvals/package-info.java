/**
 * What needs a second person beside messages: the accounts that debtors are told to pay to, and who becomes a manager or an
 * administrator. Somebody proposes, somebody else says yes or no, and only a yes changes anything. At the command line of the
 * machine itself nothing is proposed: whoever is there could change the database anyway.
 */
@ApplicationModule(displayName = "Approvals", allowedDependencies = {"kernel", "database", "identity", "parties", "correspondence :: template"})
@NullMarked
package io.duly.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
