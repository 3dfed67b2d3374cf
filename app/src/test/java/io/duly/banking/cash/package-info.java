@NullMarked
package io.duly.banking.cash;

import org.jspecify.annotations.NullMarked;
