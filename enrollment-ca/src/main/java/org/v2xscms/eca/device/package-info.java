/** The devices registered with a canonical key, as operators maintain them. */
@NullMarked
package org.v2xscms.eca.device;

import org.jspecify.annotations.NullMarked;
