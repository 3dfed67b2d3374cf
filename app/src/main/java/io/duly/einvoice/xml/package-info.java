/** XML from strangers as a small tree: no document type, no entities, bounded in depth, size and number of elements. */
@NullMarked
package io.duly.einvoice.xml;

import org.jspecify.annotations.NullMarked;
