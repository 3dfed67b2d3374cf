package io.duly.desk.api;

import io.duly.identity.TokenScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a token must be good for. An address of the API that does not say it is closed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  TokenScope value();

  /** Whether clients may open it: what was done about a debt, not what we think of it. */
  boolean clients() default false;
}
