package io.duly.correspondence.sending;

import io.duly.wording.CaseFacts;

/**
 * A text and what is true of the case that it is about.
 *
 * @param facts that its tone is judged by
 */
record Composed(ComposedText text, CaseFacts facts) {}
