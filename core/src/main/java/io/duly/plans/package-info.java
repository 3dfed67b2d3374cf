/**
 * What two sides can agree about a debt: the options that may be offered and what each is worth, plans of instalments, how they stand
 * by what has come in, and how they are changed without a cent being lost. Pure: money, authority, holidays and the day are handed in.
 */
@NullMarked
package io.duly.plans;

import org.jspecify.annotations.NullMarked;
