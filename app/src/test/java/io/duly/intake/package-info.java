@NullMarked
package io.duly.intake;

import org.jspecify.annotations.NullMarked;
