@NullMarked
package org.v2xscms.ra.provisioning;

import org.jspecify.annotations.NullMarked;
