@NullMarked
package io.duly.einvoice;

import org.jspecify.annotations.NullMarked;
