/** The statement of account, as a page and as files. */
@NullMarked
package io.duly.desk.account;

import org.jspecify.annotations.NullMarked;
