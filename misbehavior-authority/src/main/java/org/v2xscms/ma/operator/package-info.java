/** What operators see and decide, over HTTP with signed requests, and the console's side of it. */
@NullMarked
package org.v2xscms.ma.operator;

import org.jspecify.annotations.NullMarked;
