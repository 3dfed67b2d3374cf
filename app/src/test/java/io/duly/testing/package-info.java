/** What the tests stand on: real databases, made fresh. */
@NullMarked
package io.duly.testing;

import org.jspecify.annotations.NullMarked;
