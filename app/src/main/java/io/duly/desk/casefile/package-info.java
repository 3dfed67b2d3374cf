/** The page of a case: who owes and what, what happened, what is next and why, and what a person does about it. */
@NullMarked
package io.duly.desk.casefile;

import org.jspecify.annotations.NullMarked;
