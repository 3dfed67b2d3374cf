/**
 * The words of messages: templates by kind and language, the creditor's own versions of them, and what comes out when the
 * facts of a case are put in, for e-mail, letter and SMS. A template is parsed to a small tree first; values are put into it
 * as literal text and never parsed, so that no name can make markup, a link or another value. Sends nothing and decides
 * nothing.
 */
@NamedInterface("template")
@NullMarked
package io.duly.correspondence.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
