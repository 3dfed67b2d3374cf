/**
 * The bank as pages: how far each account is known and what is missing, and money that waits to be allocated, with what it
 * probably pays and why. A person accepts, declines, chooses the invoices by hand, sets aside or takes back.
 */
@NullMarked
package io.duly.desk.bank;

import org.jspecify.annotations.NullMarked;
