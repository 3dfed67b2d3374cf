/**
 * Services that deliver messages for us over HTTP, such as SMS and printed letters. What their requests and answers look
 * like is data, a <em>shape</em>; how a request is made, and what an answer or its absence means, is the same for all.
 */
@NullMarked
package io.duly.correspondence.provider;

import org.jspecify.annotations.NullMarked;
