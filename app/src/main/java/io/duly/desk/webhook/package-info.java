/** The pages of what other systems are told. */
@NullMarked
package io.duly.desk.webhook;

import org.jspecify.annotations.NullMarked;
