/** Classes that break a rule each, to show that the rules can fail. */
@NullMarked
package org.v2xscms.architecture.planted;

import org.jspecify.annotations.NullMarked;
