/** What operators do at the command line. */
@NullMarked
package org.v2xscms.cli.operator;

import org.jspecify.annotations.NullMarked;
