@NullMarked
package io.duly.banking;

import org.jspecify.annotations.NullMarked;
