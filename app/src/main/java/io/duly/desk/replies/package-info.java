/**
 * Replies as pages: who wrote, what it may be saying, since when; the words large, our reading apart from them, and what follows. Files
 * that came with one are handed out to be kept, never shown.
 */
@NullMarked
package io.duly.desk.replies;

import org.jspecify.annotations.NullMarked;
