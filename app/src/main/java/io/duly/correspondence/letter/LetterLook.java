package io.duly.correspondence.letter;

import io.duly.correspondence.template.Branding;
import java.util.Optional;

/**
 * How a creditor's letters look.
 *
 * @param colour as {@code #1f4e5f}
 * @param logo a PNG
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LetterLook(String colour, Branding.LetterForm form, Optional<byte[]> logo) {}
