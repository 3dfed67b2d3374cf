@NullMarked
package io.duly.phones;

import org.jspecify.annotations.NullMarked;
