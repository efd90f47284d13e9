@NullMarked
package org.v2xscms.cli.system;

import org.jspecify.annotations.NullMarked;
