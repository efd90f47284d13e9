@NullMarked
package org.v2xscms.messages;

import org.jspecify.annotations.NullMarked;
