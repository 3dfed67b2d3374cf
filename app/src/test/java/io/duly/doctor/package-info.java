/** Tests of the doctor: a healthy world, and one way of breaking it for each check. */
@NullMarked
package io.duly.doctor;

import org.jspecify.annotations.NullMarked;
