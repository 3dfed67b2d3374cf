/**
 * The desk for programs: the same reading and doing as on the pages, through the same modules and within the same scope, as JSON
 * over HTTP. A rule that a page keeps is kept here because it stands behind both.
 */
@NullMarked
package io.duly.desk.api;

import org.jspecify.annotations.NullMarked;
