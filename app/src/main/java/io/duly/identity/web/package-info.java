/** The web's side of identity: who may open which address, the sign-in form's answer, the headers of every page. */
@NullMarked
package io.duly.identity.web;

import org.jspecify.annotations.NullMarked;
