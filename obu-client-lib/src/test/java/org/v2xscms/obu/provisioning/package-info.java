@NullMarked
package org.v2xscms.obu.provisioning;

import org.jspecify.annotations.NullMarked;
