/**
 * Call mode: the brief before a call, the call itself in five quiet steps, and its end. What the debtor owes is not in the page until the right
 * person is on the line; what is typed is saved as it is typed.
 */
@NullMarked
package io.duly.desk.call;

import org.jspecify.annotations.NullMarked;
