/**
 * What is collected by direct debit: instalments of plans whose debtors gave a mandate. A person makes the file, and the bank is given
 * it; each instalment is collected once. What cannot be collected in time, or comes back, is a person's to see to.
 */
@ApplicationModule(allowedDependencies = {"kernel", "debits", "strategy", "database", "cases", "agreements"})
@NullMarked
package io.duly.directdebit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
