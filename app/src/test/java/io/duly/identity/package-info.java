/** Who may sign in, and what they see. */
@NullMarked
package io.duly.identity;

import org.jspecify.annotations.NullMarked;
