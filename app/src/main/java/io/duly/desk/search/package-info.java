/** One search over debtors, invoices, cases and the journal, within the person's scope. */
@NullMarked
package io.duly.desk.search;

import org.jspecify.annotations.NullMarked;
