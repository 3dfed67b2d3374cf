package io.duly.desk.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes what was read at another address: asks for its ETag as If-Match, and does nothing where it has changed since. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Changes {
  /** The address at which it is read, with places of the same names. */
  String value();
}
