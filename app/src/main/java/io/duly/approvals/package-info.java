/**
 * What needs a second person beside messages: the accounts that debtors are told to pay to, who becomes a manager or an
 * administrator, limits that go further than managers could, and offers to debtors that go further than who made them may. Somebody proposes, somebody else says yes or no, and only a yes changes anything. At the command line of the
 * machine itself nothing is proposed: whoever is there could change the database anyway.
 */
@ApplicationModule(displayName = "Approvals", allowedDependencies = {"kernel", "database", "identity", "parties", "strategy", "cases", "plans", "agreements", "settlements", "correspondence", "correspondence :: template"})
@NullMarked
package io.duly.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
