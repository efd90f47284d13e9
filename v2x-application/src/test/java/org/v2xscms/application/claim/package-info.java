@NullMarked
package org.v2xscms.application.claim;

import org.jspecify.annotations.NullMarked;
