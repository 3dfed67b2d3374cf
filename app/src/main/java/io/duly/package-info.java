/** Duly: a modular monolith. Each direct sub-package is a module; this package only puts them together. */
@NullMarked
package io.duly;

import org.jspecify.annotations.NullMarked;
