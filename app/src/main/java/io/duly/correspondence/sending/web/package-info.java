/** The address at which providers of SMS say what became of them. */
@NullMarked
package io.duly.correspondence.sending.web;

import org.jspecify.annotations.NullMarked;
