/**
 * What a talk on the telephone needs thinking about: how it may go, what is likely to be said and what to answer, and what usually
 * comes after a call. Pure: facts, holidays and the day are handed in.
 */
@NullMarked
package io.duly.talk;

import org.jspecify.annotations.NullMarked;
