/** What waits for a second person: other accounts to pay to, and who becomes a manager or an administrator. */
@NullMarked
package io.duly.desk.approval;

import org.jspecify.annotations.NullMarked;
