/** What each key may be used for, how often, and how often it was. */
@NullMarked
package org.v2xscms.hsm.policy;

import org.jspecify.annotations.NullMarked;
