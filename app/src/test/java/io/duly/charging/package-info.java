@NullMarked
package io.duly.charging;

import org.jspecify.annotations.NullMarked;
