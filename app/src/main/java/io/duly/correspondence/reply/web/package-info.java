/** The address at which other programs hand in messages. */
@NullMarked
package io.duly.correspondence.reply.web;

import org.jspecify.annotations.NullMarked;
