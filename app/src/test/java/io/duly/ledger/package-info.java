@NullMarked
package io.duly.ledger;

import org.jspecify.annotations.NullMarked;
