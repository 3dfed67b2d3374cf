/**
 * Lists of payments as banks offer them for download, read by a map that says which column is what: maps of well-known
 * banks are shipped, a creditor's own are remembered by the names of the columns. What no map fits exactly is not guessed.
 */
@NullMarked
package io.duly.banking.export;

import org.jspecify.annotations.NullMarked;
