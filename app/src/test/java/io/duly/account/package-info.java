@NullMarked
package io.duly.account;

import org.jspecify.annotations.NullMarked;
