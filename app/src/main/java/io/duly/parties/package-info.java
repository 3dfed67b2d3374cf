/**
 * Who owes whom, and what was agreed before anything was late: creditors, debtors, the people one talks to there and
 * their wishes, the terms of trade and who accepted them when. Never knows what is owed.
 */
@ApplicationModule(allowedDependencies = {"kernel", "strategy", "database", "journal"})
@NullMarked
package io.duly.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
