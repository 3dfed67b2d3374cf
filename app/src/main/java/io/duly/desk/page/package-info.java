/** What every page shares: how it is rendered, in which words, and how amounts and dates are written. */
@NullMarked
package io.duly.desk.page;

import org.jspecify.annotations.NullMarked;
