/**
 * The creditors' bank accounts as they are kept: statements are placed among those known of their account, payments that
 * were told of before are seen to be the same, and every booked incoming payment becomes a receipt in the transaction that
 * stores it. How far each account is known is what the cycle waits for (P08).
 */
@NullMarked
package io.duly.banking.books;

import org.jspecify.annotations.NullMarked;
