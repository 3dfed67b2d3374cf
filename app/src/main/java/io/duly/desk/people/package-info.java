/** The people who may sign in, for administrators. */
@NullMarked
package io.duly.desk.people;

import org.jspecify.annotations.NullMarked;
