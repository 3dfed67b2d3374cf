/**
 * The templates of messages: which words are in force for whom, an editor that says what is wrong while it is typed, and what
 * comes out for a real case. What is saved goes through {@code io.duly.correspondence.template}, as the commands do.
 */
@NullMarked
package io.duly.desk.template;

import org.jspecify.annotations.NullMarked;
