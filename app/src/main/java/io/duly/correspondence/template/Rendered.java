package io.duly.correspondence.template;

/**
 * An e-mail's words.
 *
 * @param subject one line
 * @param plain lines of at most 76 signs where words allow it, ended by {@code \n}
 * @param html a whole document that fetches nothing
 */
public record Rendered(String subject, String plain, String html) {}
