/** The sign-in page. */
@NullMarked
package io.duly.desk.signin;

import org.jspecify.annotations.NullMarked;
