/** Sessions as the database keeps them. */
@NullMarked
package io.duly.identity.web;

import org.jspecify.annotations.NullMarked;
