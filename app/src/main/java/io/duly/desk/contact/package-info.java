/**
 * The contact rules of a debtor as a page: may I call now, and if not, why and from when on; the coming week; what was tried;
 * what the debtor wishes; and contacts written down as they are made.
 */
@NullMarked
package io.duly.desk.contact;

import org.jspecify.annotations.NullMarked;
