/** Work for people that is not the next action of a case alone: whose it is, when it is due, put off with a reason, done with an outcome. */
@NullMarked
package io.duly.desk.task;

import org.jspecify.annotations.NullMarked;
