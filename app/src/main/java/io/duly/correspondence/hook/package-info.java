/** How other programs hand something in over HTTP: signed, bounded, before any session. */
@NamedInterface("hook")
@NullMarked
package io.duly.correspondence.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
