/**
 * Lists of payments as banks offer them for download, read by a map that says which column is what: maps of well-known
 * banks are shipped, a creditor's own are remembered by the names of the columns. A list that no map fits is read where its names, what its columns hold
 * and the balances beside its payments show how; else it is refused with what was understood.
 */
@NamedInterface("export")
@NullMarked
package io.duly.banking.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
