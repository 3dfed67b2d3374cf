/**
 * Files that were handed in, by upload or in a watched folder, and wait to be taken in. A job outlives the server: what
 * was being taken in when a server died is taken in again by the next one that has the file, which changes nothing twice.
 */
@NamedInterface("job")
@NullMarked
package io.duly.intake.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
