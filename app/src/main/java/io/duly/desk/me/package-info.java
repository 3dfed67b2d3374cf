/** One's own page: on which browsers one is signed in, and one's password. */
@NullMarked
package io.duly.desk.me;

import org.jspecify.annotations.NullMarked;
