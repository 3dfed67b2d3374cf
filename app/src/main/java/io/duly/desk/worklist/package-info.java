/** The worklist: whose turn it is today, why, how much and how old, in the order in which it brings most. */
@NullMarked
package io.duly.desk.worklist;

import org.jspecify.annotations.NullMarked;
